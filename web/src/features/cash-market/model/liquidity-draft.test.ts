import { describe, expect, it } from "vitest";
import type { SuggestedActionAnswer } from "../api/preview-contracts";
import { draftFault, EMPTY_LIQUIDITY, eurosOf, previewRequestOf, reduced, withAmount } from "./liquidity-draft";

const eua = withAmount(EMPTY_LIQUIDITY, "EUA", "bid", "90,000");

describe("a liquidity draft", () => {
  it("reads amounts; nothing typed is nothing asked for", () => {
    expect(["", "0", "100,000", "12.5"].map(eurosOf)).toEqual([0, 0, 100_000, 12.5]);
    expect(["x", "-5", "1.005"].map(eurosOf)).toEqual([null, null, null]);
  });

  it("needs an amount on one side of each certificate", () => {
    expect(draftFault(EMPTY_LIQUIDITY)).not.toBeNull();
    expect(draftFault(eua)).toBeNull();
    expect(draftFault({ ...eua, certificates: "both" })).not.toBeNull();
    expect(draftFault(withAmount(eua, "EUA", "ask", "many"))).toBe("An amount is not understood.");
  });

  it("asks for one certificate plainly and for both as items", () => {
    expect(previewRequestOf(eua)).toEqual({
      certificate_type: "EUA", bid_amount_eur: 90_000, ask_amount_eur: 0, distribution: "standard", allow_default_reference: false,
    });
    const both = withAmount({ ...eua, certificates: "both", allowDefault: true }, "CEA", "ask", "500");
    expect(previewRequestOf(both)).toEqual({
      items: [{ certificate_type: "EUA", bid_amount_eur: 90_000, ask_amount_eur: 0 }, { certificate_type: "CEA", bid_amount_eur: 0, ask_amount_eur: 500 }],
      distribution: "standard", allow_default_reference: true,
    });
  });

  it("takes the amounts that are within reach", () => {
    const action = (name: SuggestedActionAnswer["action"], amount: number): SuggestedActionAnswer => ({
      action: name, certificate_type: "EUA", side: "BUY", mm_type: null, mm_id: null, asset_type: null, amount, message: "",
    });
    expect(reduced(eua, [action("create_lp_mms", 5), action("reduce_amount", 60_000)]).amounts.EUA.bid).toBe("60000");
    expect(reduced(eua, [])).toBe(eua);
  });
});
