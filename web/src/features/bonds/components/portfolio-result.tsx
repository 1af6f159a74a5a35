import { DrawnFigures } from "@/components/data-table";
import { Figure, Figures } from "@/components/figures";
import { Panel } from "@/components/panel";
import { StepCurve } from "@/components/step-curve";
import { formatInstant } from "@/lib/format/dates";
import { formatAmount, formatScore, formatShare } from "@/lib/format/numbers";
import type { ConcentrationAnswer, CurrencyTotals, PortfolioAnswer } from "../api/portfolio-contracts";
import { minutesText } from "../model/list-wording";
import styles from "./portfolio-page.module.css";

/** The holdings together: words first, then the curve, then what they hang on. */
export function PortfolioResult({ answer }: { answer: PortfolioAnswer }) {
  const { time_to_exit_curve: curve } = answer;
  const half = curve.find((point) => point.expected_share >= 0.5);
  const last = curve.at(-1);
  return (
    <div className={styles.parts}>
      <div className={styles.wide}>
        <Panel title="In short" note={`As of ${formatInstant(answer.as_of)}`}>
          <p className={styles.narrative} data-field="portfolio-narrative">
            {answer.narrative}
          </p>
          <dl className={styles.headline}>
            <Headline name="Ease of sale, by face amount">{formatScore(answer.liquidity_index)}</Headline>
            <Headline name="Half expected sold in">{half ? minutesText(half.minutes) : "Not expected"}</Headline>
            <Headline name="Expected sold in the end">{formatShare(last?.expected_share ?? 0)}</Headline>
          </dl>
          {answer.unknown.length > 0 && <p className={styles.unknown}>Left out, because nothing is known about them: {answer.unknown.join(", ")}.</p>}
        </Panel>
      </div>
      <div className={styles.wide}>
        <Panel title="Expected share sold by when" note="If all sales begin now; the time axis is compressed">
          <StepCurve points={curve.map(({ minutes, expected_share: share }) => ({ minutes, share }))} from={0} label={curveWords(answer)} />
          <DrawnFigures
            caption="Expected share sold by time"
            rows={curve}
            keyOf={({ minutes }) => String(minutes)}
            columns={[
              { name: "After", cell: ({ minutes }) => minutesText(minutes) },
              { name: "Expected sold", cell: (point) => formatShare(point.expected_share), isNumber: true },
            ]}
          />
        </Panel>
      </div>
      <Concentration of={answer.concentration} />
      <Totals of={answer.currencies} />
    </div>
  );
}

const Headline = ({ name, children }: { name: string; children: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

function curveWords({ time_to_exit_curve: curve }: PortfolioAnswer): string {
  const last = curve.at(-1);
  return last
    ? `Expected share of the face amount sold over time: ${formatShare(last.expected_share)} after ${minutesText(last.minutes)}`
    : "Nothing is expected to be sold";
}

function Concentration({ of }: { of: ConcentrationAnswer }) {
  return (
    <Panel title="Concentration" note="Shares of the face amount">
      <Figures>
        <Figure name="Largest bond">{formatShare(of.largest_bond_share)}</Figure>
        <Figure name="Largest issuer">{of.largest_issuer === null ? "Not known" : `${of.largest_issuer}, ${formatShare(of.largest_issuer_share)}`}</Figure>
        <Figure name="Spread as over equal bonds">{of.herfindahl > 0 ? (1 / of.herfindahl).toFixed(1) : "–"}</Figure>
        <Figure name="Hard to sell or not assessed">{formatShare(of.illiquid_share)}</Figure>
      </Figures>
    </Panel>
  );
}

function Totals({ of }: { of: readonly CurrencyTotals[] }) {
  return (
    <Panel title="Totals by currency" note="Nothing is converted">
      <Figures>
        {of.flatMap(({ currency, face, value, exit_cost: cost }) => {
          const name = currency ?? "Currency not known";
          return [
            <Figure key={`${name} face`} name={`${name}, face amount`}>{formatAmount(face)}</Figure>,
            <Figure key={`${name} value`} name={`${name}, value now`}>{formatAmount(value)}</Figure>,
            <Figure key={`${name} cost`} name={`${name}, expected cost of selling`}>{formatAmount(cost)}</Figure>,
          ];
        })}
      </Figures>
    </Panel>
  );
}
