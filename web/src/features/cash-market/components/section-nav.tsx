import { Link, usePlace } from "@/lib/router/router";
import { isAdmin, readsOperations, useRoles } from "@/lib/session/use-roles";
import styles from "./section-nav.module.css";

/** The pages of the cash market that a role may see. */
export function SectionNav() {
  const { path } = usePlace();
  const roles = useRoles();
  const pages: [string, string, boolean][] = [
    ["/cash-market/EUA", "EUA", true],
    ["/cash-market/CEA", "CEA", true],
    ["/cash-market/liquidity", "Create liquidity", isAdmin(roles)],
    ["/cash-market/market-makers", "Market makers", isAdmin(roles)],
    ["/cash-market/operations", "Operations", readsOperations(roles)],
  ];
  return (
    <nav className={styles.pages} aria-label="Cash market">
      <ul>
        {pages
          .filter(([, , isOffered]) => isOffered)
          .map(([href, name]) => (
            <li key={href}>
              <Link href={href} aria-current={path === href || path.startsWith(`${href}/`) ? "page" : undefined}>
                {name}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
