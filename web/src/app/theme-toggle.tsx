import { useEffect, useState } from "react";
import { recall, remember } from "@/lib/storage";
import { useMediaQuery } from "@/lib/use-media-query";
import styles from "./app-header.module.css";

type Theme = "light" | "dark";

function chosenTheme(): Theme | null {
  const theme = recall("theme");
  return theme === "light" || theme === "dark" ? theme : null;
}

/** The system's theme until the reader chooses one. */
export function ThemeToggle() {
  const system: Theme = useMediaQuery("(prefers-color-scheme: dark)") ? "dark" : "light";
  const [chosen, setChosen] = useState(chosenTheme);
  const other: Theme = (chosen ?? system) === "dark" ? "light" : "dark";

  useEffect(() => {
    if (chosen) document.documentElement.dataset.theme = chosen;
  }, [chosen]);

  const choose = (): void => {
    remember("theme", other);
    setChosen(other);
  };

  return (
    <button type="button" className={styles.theme} onClick={choose} aria-label={`Switch to the ${other} theme`}>
      <svg viewBox="0 0 20 20" width="18" height="18" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
        {other === "dark" ? (
          <path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7Z" strokeLinejoin="round" />
        ) : (
          <>
            <circle cx="10" cy="10" r="3.4" />
            <path
              d="M10 1.8v2M10 16.2v2M1.8 10h2M16.2 10h2M4.2 4.2l1.4 1.4M14.4 14.4l1.4 1.4M15.8 4.2l-1.4 1.4M5.6 14.4l-1.4 1.4"
              strokeLinecap="round"
            />
          </>
        )}
      </svg>
    </button>
  );
}
