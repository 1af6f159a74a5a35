import { type Column, DataTable } from "@/components/data-table";
import type { ModelHorizonAnswer } from "../api/model-contracts";
import { formatDecimals, formatFraction } from "../model/figures";
import { bestOf, type Measure, MEASURES, PREDICTORS } from "../model/model-card";
import styles from "./model-card.module.css";

const isShare = ({ name }: Measure): boolean => name === "Precision" || name === "Recall";

/** The model beside its two baselines, measure by measure; the best is marked. */
export function ModelScores({ horizon }: { horizon: ModelHorizonAnswer }) {
  const columns: readonly Column<Measure>[] = [
    {
      name: "Measure",
      cell: ({ name, hint }) => (
        <span>
          {name} <span className={styles.hint}>{hint}</span>
        </span>
      ),
    },
    ...PREDICTORS.map(({ key, name }) => ({
      name,
      isNumber: true,
      cell: (measure: Measure) => <Score value={measure.of(horizon[key])} isShare={isShare(measure)} isBest={bestOf(horizon, measure) === key} />,
    })),
  ];
  return (
    <div data-field="model-scores">
      <DataTable caption="The model beside its baselines" columns={columns} rows={MEASURES} keyOf={({ name }) => name} stacks />
    </div>
  );
}

function Score({ value, isShare, isBest }: { value: number | null; isShare: boolean; isBest: boolean }) {
  const text = isShare ? formatFraction(value) : formatDecimals(value, value !== null && Math.abs(value) < 0.1 ? 4 : 3);
  if (!isBest) return <span>{text}</span>;
  return (
    <strong className={styles.best}>
      <svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true">
        <path d="M3 8.4l3.4 3.4L13 4.6" />
      </svg>
      <span className="visually-hidden">best: </span>
      {text}
    </strong>
  );
}
