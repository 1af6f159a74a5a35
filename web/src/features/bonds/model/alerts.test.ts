import { describe, expect, it } from "vitest";
import type { AlertAnswer, AlertListAnswer } from "../api/alert-contracts";
import { alertsAddress, bySeverity, isinOf, pressing, readAlertQuery, retold } from "./alerts";

const alert = (id: string, severity: AlertAnswer["severity"]): AlertAnswer => ({
  id, isin: "CH0012345678", issuer: "Jura", alert_type: "stale_data", severity, state: "active", message: "Old.",
  timestamp: "2026-01-05T09:00:00Z", acknowledged_by: null, acknowledged_at: null, resolved_at: null,
});
const page = (...items: AlertAnswer[]): AlertListAnswer => ({ items, total: items.length, next_cursor: null, by_severity: {} });

describe("the alerts' address", () => {
  it.each(["/alerts", "/alerts?severity=critical", "/alerts?severity=info&isin=CH0012345678"])("reads back %s", (address) =>
    expect(alertsAddress(readAlertQuery(new URLSearchParams(address.split("?")[1] ?? "")))).toBe(address),
  );

  it("drops what is not understood", () =>
    expect(readAlertQuery(new URLSearchParams("severity=loud&isin=nonsense"))).toEqual({ severity: null, isin: null }));

  it("takes an ISIN as it is typed", () => expect(isinOf(" ch0012345678 ")).toBe("CH0012345678"));
});

describe("alerts", () => {
  it("stand by severity, the most urgent first", () => {
    const groups = bySeverity([alert("a", "info"), alert("b", "critical"), alert("c", "info")]);
    expect(groups.map(([severity, of]) => [severity, of.map(({ id }) => id)])).toEqual([["critical", ["b"]], ["info", ["a", "c"]]]);
  });

  it("press from a warning on", () => expect(pressing({ info: 5, warning: 2, critical: 1 })).toBe(3));

  it("are retold where they stand", () => {
    const pages = [page(alert("a", "info")), page(alert("b", "info"))];
    const told = retold(pages, { ...alert("b", "warning"), issuer: null, state: "acknowledged" });
    expect(told[0]).toBe(pages[0]);
    expect(told[1]?.items).toEqual([{ ...alert("b", "warning"), state: "acknowledged" }]);
    expect(retold(pages, alert("z", "info"))).toEqual(pages);
  });
});
