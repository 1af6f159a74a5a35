import { useState } from "react";
import { type Holding, pasted } from "../model/holdings";
import styles from "./holdings-editor.module.css";

/** Takes many lines at once; those it does not understand stay in the box. */
export function HoldingsPaste({ onAdd }: { onAdd: (holdings: Holding[]) => void }) {
  const [text, setText] = useState("");
  const [refused, setRefused] = useState(0);
  const add = (): void => {
    const read = pasted(text);
    if (read.holdings.length > 0) onAdd(read.holdings);
    setText(read.refused.join("\n"));
    setRefused(read.refused.length);
  };
  return (
    <details className={styles.paste}>
      <summary>Paste a list</summary>
      <label>
        <span>One holding a line: ISIN, then the face amount</span>
        <textarea rows={4} spellCheck={false} placeholder={"CH0012345678 250,000\nCH0012345686 100,000"} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <button type="button" className="button" disabled={text.trim() === ""} onClick={add}>
        Add these
      </button>
      {refused > 0 && <p role="alert">{refused === 1 ? "1 line was not understood; it is still above." : `${refused} lines were not understood; they are still above.`}</p>}
    </details>
  );
}
