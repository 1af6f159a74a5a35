import { Link, usePlace } from "@/lib/router/router";
import { walletHref } from "../model/chosen-wallet";
import styles from "./section-nav.module.css";

const PAGES: readonly [string, string][] = [
  ["/wallets", "Overview"],
  ["/wallets/alerts", "Alerts"],
  ["/wallets/stress", "Stress"],
  ["/wallets/model", "Model"],
];

/** The pages about wallets; the wallet that is looked at goes with the reader. */
export function SectionNav() {
  const { path, query } = usePlace();
  return (
    <nav className={styles.pages} aria-label="Wallets">
      <ul>
        {PAGES.map(([href, name]) => (
          <li key={href}>
            <Link href={walletHref(href, query.get("wallet"))} aria-current={path === href ? "page" : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
