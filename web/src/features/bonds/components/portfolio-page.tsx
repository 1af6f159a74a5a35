import { useState } from "react";
import { Notice } from "@/components/notice";
import { PageTitle } from "@/components/page-title";
import { Skeleton } from "@/components/skeleton";
import { recall, remember } from "@/lib/storage";
import { usePortfolio } from "../api/read-portfolio";
import { fromKept, type Holding, keptText, positionsOf } from "../model/holdings";
import { HoldingsEditor } from "./holdings-editor";
import styles from "./portfolio-page.module.css";
import { PortfolioPositions } from "./portfolio-positions";
import { PortfolioResult } from "./portfolio-result";

const KEPT = "portfolio";

export function PortfolioPage() {
  const [holdings, setHoldings] = useState(() => fromKept(recall(KEPT)));
  const [asked, setAsked] = useState(() => positionsOf(holdings));
  const portfolio = usePortfolio(asked);
  const answer = asked.length > 0 && !portfolio.isError ? portfolio.data : undefined;
  const change = (changed: Holding[]): void => {
    setHoldings(changed);
    remember(KEPT, keptText(changed));
    if (changed.length === 0) setAsked([]);
  };
  return (
    <>
      <PageTitle title="Portfolio" />
      <p className={styles.lead}>How several bonds can be sold together: how fast, at what cost, and which are hardest to leave.</p>
      <div className={styles.page}>
        <HoldingsEditor holdings={holdings} onChange={change} onSubmit={() => setAsked(positionsOf(holdings))} />
        <div className={styles.result}>
          {asked.length === 0 && <Notice title="Nothing to show yet" text="Enter what you hold, or fill in an example, and see the ways out." />}
          {asked.length > 0 && portfolio.isPending && <Skeleton lines={8} label="Working out the ways out" />}
          {asked.length > 0 && portfolio.isError && (
            <Notice tone="error" title="The ways out could not be worked out" text={portfolio.error.message}>
              <button type="button" className="button" onClick={() => void portfolio.refetch()}>
                Try again
              </button>
            </Notice>
          )}
          {answer && <PortfolioResult answer={answer} />}
        </div>
        {answer && (
          <div className={styles.positions}>
            <PortfolioPositions positions={answer.positions} />
          </div>
        )}
      </div>
    </>
  );
}
