import type { ModelHorizonAnswer, ModelScoreAnswer, ModelTrainingAnswer, ModelVersionAnswer } from "../api/model-contracts";

export const isOver = ({ status }: ModelTrainingAnswer): boolean => status !== "running";

/** A measure of a prediction, with the direction in which it is better. */
export interface Measure {
  name: string;
  hint: string;
  of: (score: ModelScoreAnswer) => number | null;
  isLowerBetter: boolean;
}

export const MEASURES: readonly Measure[] = [
  { name: "AUC", hint: "how well it ranks, 1 is best", of: ({ auc }) => auc, isLowerBetter: false },
  { name: "Brier", hint: "mean squared error, 0 is best", of: ({ brier }) => brier, isLowerBetter: true },
  { name: "Log loss", hint: "0 is best", of: ({ log_loss }) => log_loss, isLowerBetter: true },
  { name: "Precision", hint: "warnings that were right", of: ({ precision }) => precision, isLowerBetter: false },
  { name: "Recall", hint: "liquidations that were warned of", of: ({ recall }) => recall, isLowerBetter: false },
];

export const PREDICTORS: readonly { key: "model" | "past_breaches" | "first_passage"; name: string }[] = [
  { key: "model", name: "The model" },
  { key: "past_breaches", name: "Past breaches" },
  { key: "first_passage", name: "First passage" },
];

/** Which predictor is best by a measure; null when none is known or two share the place. */
export function bestOf(horizon: ModelHorizonAnswer, measure: Measure): string | null {
  const known = PREDICTORS.flatMap(({ key }) => {
    const value = measure.of(horizon[key]);
    return value === null ? [] : [{ key, value: measure.isLowerBetter ? -value : value }];
  }).sort((a, b) => b.value - a.value);
  const [first, second] = known;
  return first === undefined || first.value === second?.value ? null : first.key;
}

export const horizonName = (hours: number): string => (hours % 24 === 0 && hours > 24 ? `${hours / 24} days` : `${hours} hours`);

const STATES: Record<ModelVersionAnswer["state"], string> = {
  in_force: "In force", retired: "Promoted, then replaced", rejected: "Rejected", rolled_back: "Rolled back",
};
export const stateWord = (state: ModelVersionAnswer["state"]): string => STATES[state];

/** Whether a version may be put in force again. */
export const mayReturn = ({ state }: ModelVersionAnswer): boolean => state === "retired" || state === "rolled_back";

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** The day of an instant, which is all that matters for a period of learning. */
export const formatDay = (instant: string): string => day.format(new Date(instant));

const OUTCOMES: Record<ModelTrainingAnswer["status"], string> = {
  running: "A new version is being trained and judged. This may take a minute.",
  promoted: "The new version is in force.",
  rejected: "The new version was turned away; what was in force stays in force.",
  refused: "Nothing could be learned yet.",
  busy: "Another training runs already.",
  failed: "The training failed; what was in force stays in force.",
};

/** How far a training is or what came of it, in words. */
export const trainingWords = ({ status, message }: ModelTrainingAnswer): string => message ?? OUTCOMES[status];
