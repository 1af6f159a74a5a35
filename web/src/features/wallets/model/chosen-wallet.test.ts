import { describe, expect, it } from "vitest";
import { chosenWallet, walletHref } from "./chosen-wallet";

describe("the chosen wallet", () => {
  it("is the one in the address, else the reader's own, else the last, else one that is proven", () => {
    expect(chosenWallet(" 0x1 ", "0x2", "0x3", ["0x4"])).toBe("0x1");
    expect(chosenWallet("", "0x2", "0x3", ["0x4"])).toBe("0x2");
    expect(chosenWallet(null, null, "0x3", ["0x4"])).toBe("0x3");
    expect(chosenWallet(null, null, null, ["0x4"])).toBe("0x4");
    expect(chosenWallet(null, null, null, [])).toBeNull();
  });

  it("stays in the address of every page", () => {
    expect(walletHref("/wallets/stress", "0x1")).toBe("/wallets/stress?wallet=0x1");
    expect(walletHref("/wallets", null)).toBe("/wallets");
  });
});
