import { describe, expect, it } from "vitest";
import { ProblemError, UnreachableError } from "@/lib/http/problem";
import { addressFault, refusalOf } from "./refusals";

describe("a refusal", () => {
  it("of an address is told in the service's words", () => {
    const error = new ProblemError(400, { title: "Invalid", errors: { "x-wallet-address": ["The checksum does not fit."] } });
    expect(refusalOf(error)).toBe("address");
    expect(addressFault(error)).toBe("The checksum does not fit.");
    expect(addressFault(new ProblemError(400, { detail: "Something else." }))).toBe("Something else.");
  });

  it("for want of a proof is told from other refusals", () => {
    expect(refusalOf(new ProblemError(403, { type: "urn:problem:wallet_not_proven" }))).toBe("not_proven");
    expect(refusalOf(new ProblemError(403, { type: "urn:problem:wallet_mismatch" }))).toBe("other");
    expect(refusalOf(new ProblemError(404, {}))).toBe("unknown");
    expect(refusalOf(new UnreachableError(null))).toBe("other");
    expect(addressFault(new ProblemError(404, {}))).toBeNull();
  });
});
