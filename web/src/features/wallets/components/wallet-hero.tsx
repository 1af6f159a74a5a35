import { LiveValue } from "@/components/live-value";
import { formatInstant, formatInstantInFull } from "@/lib/format/dates";
import { Link } from "@/lib/router/router";
import type { WalletHealthAnswer, WalletSummaryAnswer } from "../api/contracts";
import { walletHref } from "../model/chosen-wallet";
import { formatHealth } from "../model/figures";
import { HealthGauge } from "./health-gauge";
import { WalletActions } from "./wallet-actions";
import styles from "./wallet-hero.module.css";

/** The most important thing first: one sentence, what it means, and the health as a picture. */
export function WalletHero({ summary }: { summary: WalletSummaryAnswer }) {
  const { wallet_address: wallet, headline, narrative, health, alerts, as_of: asOf } = summary;
  return (
    <section className={styles.hero} aria-label="In short">
      <div className={styles.words} data-field="narrative">
        <p className={styles.headline}>
          <LiveValue value={headline}>{headline}</LiveValue>
        </p>
        {narrative.map((sentence) => (
          <p key={sentence} className={styles.sentence}>
            {sentence}
          </p>
        ))}
        <p className={styles.foot}>
          Analysed{" "}
          <time dateTime={asOf} title={formatInstantInFull(asOf)}>
            {formatInstant(asOf)}
          </time>
          {alerts.length > 0 && (
            <>
              {" · "}
              <Link href={walletHref("/wallets/alerts", wallet)}>
                {alerts.length} open {alerts.length === 1 ? "alert" : "alerts"}
              </Link>
            </>
          )}
        </p>
        <WalletActions wallet={wallet} />
      </div>
      <div className={styles.health}>
        <HealthGauge health={health} />
        {!health.debt_free && <HealthFigures health={health} />}
      </div>
    </section>
  );
}

function HealthFigures({ health }: { health: WalletHealthAnswer }) {
  const figures: [string, string, string][] = [
    ["Factor at exit", formatHealth(health.health_factor_at_exit), "after what selling the collateral at once would cost"],
    ["Health ratio", formatHealth(health.health_ratio), `collateral over ${health.safety_threshold} times the debt`],
    ["Ratio at exit", formatHealth(health.health_ratio_at_exit), "the same after selling"],
    ["Risk score", health.liquidation_risk_score === null ? "–" : `${Math.round(health.liquidation_risk_score)} of 100`, "100 is worst"],
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(([name, text, hint]) => (
        <div key={name} title={hint}>
          <dt>{name}</dt>
          <dd>
            <LiveValue value={text}>{text}</LiveValue>
          </dd>
        </div>
      ))}
    </dl>
  );
}
