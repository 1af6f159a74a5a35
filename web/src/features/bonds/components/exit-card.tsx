import type { ReactNode } from "react";
import { LiveValue } from "@/components/live-value";
import { ScoreBar } from "@/components/score-bar";
import { formatAppointment, formatMinutes } from "@/lib/format/dates";
import { formatMoney, formatPrice } from "@/lib/format/numbers";
import type { ExitRecommendation } from "../api/exit-contracts";
import { chanceText, pathName, priorityWord, windowNote } from "../model/exit-wording";
import styles from "./exit-card.module.css";

/** One way out for a retail reader: how likely, how long, for how much, and why; or why not. */
export function ExitCard({ exit, children }: { exit: ExitRecommendation; children?: ReactNode }) {
  return (
    <article className={exit.feasible ? styles.card : styles.closed} data-path={exit.path} data-priority={exit.priority ?? "none"}>
      <header>
        <h3>{pathName(exit.path, "retail")}</h3>
        <span className={styles.priority}>{priorityWord(exit)}</span>
      </header>
      {exit.feasible ? <OpenWay exit={exit} /> : <ClosedWay exit={exit} />}
      {children}
    </article>
  );
}

function OpenWay({ exit }: { exit: ExitRecommendation }) {
  const isGain = (exit.cost ?? 0) < 0;
  return (
    <>
      <div>
        <p className={styles.chance}>
          <LiveValue value={chanceText(exit.fill_probability)}>
            <strong>{chanceText(exit.fill_probability)}</strong>
          </LiveValue>{" "}
          <span>chance to sell it all</span>
        </p>
        <ScoreBar value={exit.fill_probability} max={1} />
      </div>
      <dl className={styles.figures}>
        <div>
          <dt>Takes about</dt>
          <dd>{formatMinutes(exit.expected_time_to_exit_minutes)}</dd>
        </div>
        <div>
          <dt>Price per 100</dt>
          <dd>
            <LiveValue value={exit.expected_price}>{formatPrice(exit.expected_price && Number(exit.expected_price.toFixed(2)))}</LiveValue>
          </dd>
        </div>
        <div>
          <dt>{isGain ? "Gains about" : "Costs about"}</dt>
          <dd>
            <LiveValue value={exit.cost}>{formatMoney(exit.cost === null ? null : Math.abs(exit.cost), exit.currency)}</LiveValue>
          </dd>
        </div>
      </dl>
      <p className={styles.rationale}>{exit.rationale}</p>
      {exit.next_window && (
        <p className={styles.note}>
          Waits for {formatAppointment(exit.next_window)} ({windowNote(exit.window_source)}).
        </p>
      )}
    </>
  );
}

const ClosedWay = ({ exit }: { exit: ExitRecommendation }) => (
  <ul className={styles.violations}>
    {exit.violations.map((v) => (
      <li key={v.kind}>{v.message}</li>
    ))}
  </ul>
);
