import { describe, expect, it, vi } from "vitest";
import { connect, providerOf, signWith, wordsOf } from "./ethereum";

const WALLET = "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23";
const providerThat = (answer: unknown) => ({ request: vi.fn(() => Promise.resolve(answer)) });

describe("the browser's wallet", () => {
  it("is found when it can be asked", () => {
    const ethereum = providerThat([]);
    expect(providerOf({ ethereum })).toBe(ethereum);
    expect(providerOf({})).toBeNull();
    expect(providerOf({ ethereum: {} })).toBeNull();
  });

  it("signs the message's bytes with the account", async () => {
    const provider = providerThat("0xabc");
    await expect(signWith(provider, WALLET, "Hé\n")).resolves.toBe("0xabc");
    expect(provider.request).toHaveBeenCalledWith({ method: "personal_sign", params: ["0x48c3a90a", WALLET] });
  });

  it("must hold the account, in whatever case", async () => {
    await expect(connect(providerThat([WALLET.toLowerCase()]), WALLET)).resolves.toBeUndefined();
    await expect(connect(providerThat(["0x0000000000000000000000000000000000000001"]), WALLET)).rejects.toThrow("does not hold this address");
  });

  it("may decline, which is no fault", () => {
    expect(wordsOf({ code: 4001 })).toContain("declined");
    expect(wordsOf(new Error("Locked."))).toBe("Locked.");
  });
});
