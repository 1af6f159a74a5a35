import { useEffect, useRef } from "react";
import { Link, usePlace } from "@/lib/router/router";
import { isAdmin, readsOperations, useRoles } from "@/lib/session/use-roles";
import styles from "./section-nav.module.css";

/** The pages of the cash market that a role may see. */
export function SectionNav() {
  const { path } = usePlace();
  const roles = useRoles();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = nav.current?.querySelector<HTMLElement>("[aria-current]");
    if (nav.current && here) nav.current.scrollLeft = here.offsetLeft + here.offsetWidth - nav.current.clientWidth;
  }, [path]);
  const pages: [string, string, boolean][] = [
    ["/cash-market/EUA", "EUA", true],
    ["/cash-market/CEA", "CEA", true],
    ["/cash-market/liquidity", "Create liquidity", isAdmin(roles)],
    ["/cash-market/market-makers", "Market makers", isAdmin(roles)],
    ["/cash-market/operations", "Operations", readsOperations(roles)],
  ];
  return (
    <nav ref={nav} className={styles.pages} aria-label="Cash market">
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
