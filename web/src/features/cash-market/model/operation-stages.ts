import type { OperationAnswer, OperationStepAnswer } from "../api/operation-contracts";

type Stage = "decide" | "recheck" | "reserve" | "place" | "cancel" | "record";

const STAGE_WORDS: Record<Stage, string> = {
  decide: "Decide", recheck: "Check again", reserve: "Reserve", place: "Place orders", cancel: "Cancel orders", record: "Record",
};

export interface StageProgress {
  name: string;
  state: "done" | "current" | "ahead" | "failed" | "undone";
}

/** The way of an operation, from the decision if it needs one to the record. */
const wayOf = ({ kind, deadline }: OperationAnswer): readonly Stage[] =>
  kind === "withdrawal" ? ["cancel", "record"] : [...(deadline === null ? [] : (["decide"] as const)), "recheck", "reserve", "place", "record"];

/** Which steps belong to a stage: their names begin with it. */
const stepsOf = (stage: Stage, steps: readonly OperationStepAnswer[]): OperationStepAnswer[] => steps.filter(({ name }) => name.split(" ")[0] === stage);

/** How far an operation is on its way. */
export function stagesOf(operation: OperationAnswer, steps: readonly OperationStepAnswer[]): StageProgress[] {
  const states = wayOf(operation).map((stage) => ({ name: STAGE_WORDS[stage], state: stateOf(stage, operation, stepsOf(stage, steps)) }));
  const next = operation.status === "running" ? states.find(({ state }) => state === "ahead" || state === "current") : undefined;
  return states.map((stage) => (stage === next ? { ...stage, state: "current" } : stage));
}

function stateOf(stage: Stage, { status }: OperationAnswer, steps: readonly OperationStepAnswer[]): StageProgress["state"] {
  if (status === "completed") return "done";
  if (stage === "decide") return status === "awaiting_approval" ? "current" : status === "rejected" || status === "expired" ? "failed" : "done";
  if (steps.some((step) => step.status === "failed" || step.undo === "failed")) return "failed";
  if (steps.some(({ undo }) => undo === "done")) return "undone";
  if (steps.some((step) => step.status === "started")) return status === "running" ? "current" : "failed";
  return steps.length > 0 && steps.every((step) => step.status === "done") ? "done" : "ahead";
}

/** What a step does, in words. */
export function stepText(name: string): string {
  const [, what = name, certificate = "", maker = ""] = /^(\w+)(?: (\w+))?(?: for (.+))?$/.exec(name) ?? [];
  switch (what) {
    case "recheck":
      return "Check the plan again";
    case "reserve":
      return `Reserve from ${maker} for ${certificate}`;
    case "place":
      return `Place the orders in ${certificate}`;
    case "cancel":
      return `Cancel the orders in ${certificate}`;
    case "record":
      return "Record what was done";
    default:
      return name;
  }
}

/** What a ticket is about, in words. */
export const ticketText = (step: string): string => {
  const words = step.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};
