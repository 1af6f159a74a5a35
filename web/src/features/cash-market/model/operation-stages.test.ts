import { describe, expect, it } from "vitest";
import type { OperationAnswer, OperationStepAnswer } from "../api/operation-contracts";
import { stagesOf, stepText, ticketText } from "./operation-stages";

type Outcome = Pick<OperationStepAnswer, "status"> & Partial<OperationStepAnswer>;
const [done, started, failed, pending]: Outcome[] = [{ status: "done" }, { status: "started" }, { status: "failed" }, { status: "pending" }] as const;

const creation = (part: Partial<OperationAnswer> = {}) =>
  ({ kind: "creation", status: "running", deadline: "2026-01-20T10:00:00Z", ...part }) as OperationAnswer;
const NAMES = ["recheck", "reserve EUA for North LP", "reserve EUA for South AH", "place EUA", "record"];
const steps = (...outcomes: (Outcome | undefined)[]) => NAMES.map((name, i) => ({ name, ...(outcomes[i] ?? pending) }) as OperationStepAnswer);
const states = (operation: OperationAnswer, of: OperationStepAnswer[]) => stagesOf(operation, of).map(({ state }) => state).join(" ");

describe("the stages of a creation", () => {
  it("show what is done, what goes on and what is ahead", () => {
    expect(states(creation({ status: "awaiting_approval" }), steps())).toBe("current ahead ahead ahead ahead");
    expect(states(creation(), steps())).toBe("done current ahead ahead ahead");
    expect(states(creation(), steps(done, done, started))).toBe("done done current ahead ahead");
    expect(states(creation({ status: "completed" }), steps(done, done, done, done, done))).toBe("done done done done done");
  });

  it("leave the decision out when none is needed", () => {
    expect(stagesOf(creation({ deadline: null }), steps(done)).map(({ name }) => name)).toEqual(["Check again", "Reserve", "Place orders", "Record"]);
  });

  it("show where it ended", () => {
    expect(states(creation({ status: "rejected" }), steps())).toBe("failed ahead ahead ahead ahead");
    expect(states(creation({ status: "stopped" }), steps(failed))).toBe("done failed ahead ahead ahead");
  });

  it("show what was undone and what could not be", () => {
    const undone: Outcome = { status: "done", undo: "done" };
    expect(states(creation({ status: "rolled_back" }), steps(done, undone, undone, failed))).toBe("done done undone failed ahead");
    expect(states(creation({ status: "needs_attention" }), steps(done, undone, { status: "done", undo: "failed" }, failed))).toBe("done done failed failed ahead");
  });
});

it("shows a withdrawal by its own stages", () => {
  const withdrawal = creation({ kind: "withdrawal", deadline: null });
  const cancelling = [{ name: "cancel EUA", status: "started" }, { name: "record", status: "pending" }] as OperationStepAnswer[];
  expect(stagesOf(withdrawal, cancelling)).toEqual([{ name: "Cancel orders", state: "current" }, { name: "Record", state: "ahead" }]);
});

it("says what a step does", () => {
  expect(NAMES.map(stepText)).toEqual([
    "Check the plan again", "Reserve from North LP for EUA", "Reserve from South AH for EUA", "Place the orders in EUA", "Record what was done",
  ]);
  expect([stepText("cancel CEA"), stepText("something else"), ticketText("rolled_back")]).toEqual(["Cancel the orders in CEA", "something else", "Rolled back"]);
});
