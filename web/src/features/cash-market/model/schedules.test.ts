import { describe, expect, it } from "vitest";
import type { ScheduleAnswer } from "../api/schedule-contracts";
import { EMPTY_SCHEDULE, scheduleFaults, scheduleOf, scheduleRequestOf } from "./schedules";

const draft = { ...EMPTY_SCHEDULE, name: " Opening ", bid: "50,000" };

describe("a schedule", () => {
  it("can be saved when it is whole", () => {
    expect(scheduleFaults(draft)).toEqual({});
    expect(scheduleOf(draft)).toEqual({
      name: "Opening", cron: "0 7 * * 1-5", certificate_type: "EUA", bid_amount_eur: 50_000, ask_amount_eur: 0, distribution: "standard", is_active: true,
    });
  });

  it.each([[{ name: "" }, "name"], [{ cron: "0 7 *" }, "cron"], [{ bid: "x" }, "bid_amount_eur"], [{ ask: "x" }, "ask_amount_eur"], [{ bid: "" }, "bid_amount_eur"]])(
    "names what is wrong with %j",
    (part, field) => expect(Object.keys(scheduleFaults({ ...draft, ...part }))).toEqual([field]),
  );

  it("is saved again without what the service adds", () => {
    const request = scheduleOf(draft);
    const saved: ScheduleAnswer = {
      ...request, id: "1", created_by: "adam", next_run_at: null, last_run_at: null, last_operation_id: null, last_outcome: null,
    };
    expect(scheduleRequestOf(saved)).toEqual(request);
  });
});
