import { ScrollTable } from "@/components/scroll-table";
import type { ScenarioAnswer } from "../api/bond-contracts";
import { compare, type Comparison } from "../model/scenario";
import styles from "./scenario-panel.module.css";

const MOVES = { better: "▲ better", worse: "▼ worse", same: "=" } as const;

/** Before and after, figure by figure, and the heaviest changes in words. */
export function ScenarioResult({ answer }: { answer: ScenarioAnswer }) {
  return (
    <div className={styles.result}>
      <ScrollTable label="Before and after">
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
            <th scope="col" data-text="">
              For a seller
            </th>
          </tr>
        </thead>
        <tbody>
          {compare(answer.before, answer.after).map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td>{row.before}</td>
              <td>{row.after}</td>
              <Move move={row.move} />
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {answer.changes.length > 0 ? (
        <div>
          <h3 className="visually-hidden">What changes</h3>
          <ul className={styles.changes}>
            {answer.changes.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      ) : (
        <p>Nothing that matters changes.</p>
      )}
    </div>
  );
}

function Move({ move }: { move: Comparison["move"] }) {
  const style = move === "worse" ? styles.worse : move === "better" ? styles.better : undefined;
  return (
    <td data-text="" className={style}>
      {move === null ? "changed" : MOVES[move]}
    </td>
  );
}
