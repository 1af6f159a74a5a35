import { Notice } from "@/components/notice";
import { PageTitle } from "@/components/page-title";
import { Skeleton } from "@/components/skeleton";
import { formatAmount } from "@/lib/format/numbers";
import { navigate, usePlace } from "@/lib/router/router";
import type { AlertAnswer } from "../api/alert-contracts";
import { useAlertList } from "../api/list-alerts";
import { useLiveAlerts } from "../api/use-live-alerts";
import { type AlertQuery, alertsAddress, bySeverity, readAlertQuery } from "../model/alerts";
import { AlertFilters } from "./alert-filters";
import { AlertRow } from "./alert-row";
import styles from "./alerts-page.module.css";
import { SeverityMark } from "./severity-mark";

const show = (query: AlertQuery): void => navigate(alertsAddress(query), "replace");

export function AlertsPage() {
  const query = readAlertQuery(usePlace().query);
  const list = useAlertList(query);
  const alerts = list.data?.pages.flatMap((page) => page.items) ?? [];
  const first = list.data?.pages[0];
  useLiveAlerts(alerts);
  return (
    <>
      <PageTitle title="Alerts" />
      <p className={styles.lead}>What needs a look now, over all bonds. An alert stays open until what caused it has passed.</p>
      <AlertFilters query={query} counts={first?.by_severity ?? {}} onChange={show} />
      {list.isPending && <Skeleton lines={8} label="Loading alerts" />}
      {list.isError && !list.data && (
        <Notice tone="error" title="The alerts could not be loaded" text={list.error.message}>
          <button type="button" className="button" onClick={() => void list.refetch()}>
            Try again
          </button>
        </Notice>
      )}
      {first && (
        <>
          <p className={styles.count} role="status">
            {first.total === 1 ? "1 open alert" : `${formatAmount(first.total)} open alerts`}
          </p>
          {alerts.length === 0 && <NoAlerts query={query} />}
          <AlertGroups alerts={alerts} />
          {list.hasNextPage && (
            <button type="button" className={`button ${styles.more ?? ""}`} disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {list.isFetchingNextPage ? "Loading…" : "Show more"}
            </button>
          )}
        </>
      )}
    </>
  );
}

function AlertGroups({ alerts }: { alerts: readonly AlertAnswer[] }) {
  return bySeverity(alerts).map(([severity, group]) => (
    <section key={severity} className={styles.group} aria-labelledby={`alerts-${severity}`}>
      <h2 id={`alerts-${severity}`}>
        <SeverityMark severity={severity} />
      </h2>
      <ul className={styles.list}>
        {group.map((alert) => (
          <AlertRow key={alert.id} alert={alert} />
        ))}
      </ul>
    </section>
  ));
}

function NoAlerts({ query }: { query: AlertQuery }) {
  if (query.severity === null && query.isin === null)
    return <Notice title="No open alerts" text="Nothing asks for attention. New alerts appear here by themselves." />;
  return (
    <Notice title="No alert matches" text="Nothing that is open fits these filters.">
      <button type="button" className="button" onClick={() => show({ severity: null, isin: null })}>
        Show all alerts
      </button>
    </Notice>
  );
}
