import type { ReactNode } from "react";
import { Notice } from "@/components/notice";
import { PageTitle } from "@/components/page-title";
import { isAdmin, readsOperations, useRoles } from "@/lib/session/use-roles";
import styles from "./page.module.css";
import { CashMarketNav } from "./cash-market-nav";

interface AdminGateProps {
  title: string;
  lead: string;
  /** Whether compliance may read the page too. */
  isRead?: boolean;
  children: ReactNode;
}

/** The frame of a page for administrators; everybody else is told whom it is for. */
export function AdminGate({ title, lead, isRead = false, children }: AdminGateProps) {
  const roles = useRoles();
  const isAllowed = isRead ? readsOperations(roles) : isAdmin(roles);
  return (
    <>
      <CashMarketNav />
      <div className={styles.head}>
        <div>
          <PageTitle title={title} />
          <p className={styles.lead}>{lead}</p>
        </div>
      </div>
      {isAllowed ? children : <Notice title="Not for this role" text={`This page is for administrators${isRead ? " and compliance" : ""}.`} />}
    </>
  );
}
