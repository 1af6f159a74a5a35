import { Link } from "@/lib/router/router";
import styles from "./app-header.module.css";
import { ConnectionState } from "./connection-state";
import { Navigation } from "./navigation";
import { PersonaMenu } from "./persona-menu";
import { ThemeToggle } from "./theme-toggle";

export function AppHeader() {
  return (
    <header className={styles.bar}>
      <div className={styles.inner}>
        <Link href="/" className={styles.brand}>
          <svg viewBox="0 0 24 14" width="26" height="15" aria-hidden="true">
            <path d="M2 12a10 10 0 0 1 20 0" className={styles.track} />
            <path d="M2 12a10 10 0 0 1 15-8.66" className={styles.mark} />
          </svg>
          <span>LiquidityRisk</span>
        </Link>
        <Navigation />
        <div className={styles.tools}>
          <ConnectionState />
          <PersonaMenu />
          <ThemeToggle />
        </div>
      </div>
    </header>
  );
}
