import { describe, expect, it } from "vitest";
import type { ModelHorizonAnswer, ModelScoreAnswer, ModelTrainingAnswer, ModelVersionAnswer } from "../api/model-contracts";
import { bestOf, horizonName, isOver, MEASURES, mayReturn, trainingWords } from "./model-card";

const score = (auc: number | null, brier: number): ModelScoreAnswer => ({ auc, brier, log_loss: 0.3, accuracy: 0.9, precision: null, recall: null });
const horizon: ModelHorizonAnswer = {
  hours: 24, base_rate: 0.05, model: score(0.91, 0.04), past_breaches: score(0.7, 0.05), first_passage: score(null, 0.03), reliability: [],
};
const training = (status: ModelTrainingAnswer["status"], message: string | null): ModelTrainingAnswer => ({
  id: "1", status, message, version: null, started_at: "2026-01-05T09:00:00Z", finished_at: null,
});
const measure = (name: string) => MEASURES.find((m) => m.name === name) ?? MEASURES[0];
const best = (name: string): string | null => {
  const found = measure(name);
  return found ? bestOf(horizon, found) : null;
};

describe("the model's card", () => {
  it("marks who is best by each measure, in the direction in which it is better", () => {
    expect(best("AUC")).toBe("model");
    expect(best("Brier")).toBe("first_passage");
  });

  it("marks nobody where it is a tie or nothing is known", () => {
    expect(best("Log loss")).toBeNull();
    expect(best("Precision")).toBeNull();
  });

  it("names horizons", () => expect([24, 168].map(horizonName)).toEqual(["24 hours", "7 days"]));

  it("lets only what was in force return", () =>
    expect((["in_force", "retired", "rejected", "rolled_back"] as const).map((state) => mayReturn({ state } as ModelVersionAnswer))).toEqual([false, true, false, true]));

  it("knows when a training is over", () => {
    expect(isOver(training("running", null))).toBe(false);
    expect(isOver(training("rejected", null))).toBe(true);
  });

  it("tells what came of a training in the service's words where it has some", () => {
    expect(trainingWords(training("rejected", "It loses to first passage."))).toBe("It loses to first passage.");
    expect(trainingWords(training("failed", null))).toContain("stays in force");
  });
});
