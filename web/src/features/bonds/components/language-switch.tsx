import { LANGUAGE_NAMES, type Language, LANGUAGES } from "../model/language";
import styles from "./language-switch.module.css";

interface LanguageSwitchProps {
  language: Language;
  onChange: (language: Language) => void;
}

/** The languages that the narrative comes in, each by its own name. */
export function LanguageSwitch({ language, onChange }: LanguageSwitchProps) {
  return (
    <div className={styles.switch} role="group" aria-label="Language of the text">
      {LANGUAGES.map((l) => (
        <button key={l} type="button" lang={l} aria-pressed={l === language} onClick={() => onChange(l)}>
          {LANGUAGE_NAMES[l]}
        </button>
      ))}
    </div>
  );
}
