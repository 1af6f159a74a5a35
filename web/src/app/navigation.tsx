import type { ReactNode } from "react";
import { pressing, useAlertCounts } from "@/features/bonds";
import { Link, usePlace } from "@/lib/router/router";
import { useServices } from "@/lib/services";
import { readsKpis, useRoles } from "@/lib/session/use-roles";
import { useObservable } from "@/lib/use-observable";
import styles from "./navigation.module.css";

/** Where a reader can go; what a role may not read is not on offer. */
export function Navigation() {
  const { path } = usePlace();
  const isSignedIn = useObservable(useServices().session.state).status === "signed_in";
  const roles = useRoles();
  const item = (href: string, isHere: boolean, children: ReactNode) => (
    <li>
      <Link href={href} aria-current={isHere ? "page" : undefined}>
        {children}
      </Link>
    </li>
  );
  return (
    <nav className={styles.navigation} aria-label="Pages">
      <ul>
        {item("/", path === "/" || path.startsWith("/bonds/"), "Bonds")}
        {item("/alerts", path === "/alerts", <>Alerts {isSignedIn && <PressingAlerts />}</>)}
        {item("/portfolio", path === "/portfolio", "Portfolio")}
        {item("/cash-market/EUA", path.startsWith("/cash-market"), "Cash market")}
        {item("/wallets", path.startsWith("/wallets"), "Wallets")}
        {readsKpis(roles) && item("/kpis", path === "/kpis", "KPIs")}
        <li>
          <a href="/docs">API</a>
        </li>
      </ul>
    </nav>
  );
}

/** How many open alerts ask for somebody. */
function PressingAlerts() {
  const count = pressing(useAlertCounts().data ?? {});
  if (count === 0) return null;
  return (
    <span className={styles.badge} data-field="alert-count">
      {count}
      <span className="visually-hidden"> open warnings and critical alerts</span>
    </span>
  );
}
