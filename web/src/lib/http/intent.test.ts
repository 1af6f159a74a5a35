import { describe, expect, it } from "vitest";
import { Intent } from "./intent";
import { ProblemError, UnreachableError } from "./problem";

const counting = (): Intent => {
  let n = 0;
  return new Intent(() => `k${++n}`);
};
const keyOf = (intent: Intent, request: unknown): Promise<string> => intent.send(request, (key) => Promise.resolve(key));
const failing = (error: Error) => () => Promise.reject(error);

describe("an intent", () => {
  it("has a new key after each answer", async () => {
    const intent = counting();
    expect([await keyOf(intent, 1), await keyOf(intent, 1)]).toEqual(["k1", "k2"]);
  });

  it("keeps its key while nobody knows whether the request arrived", async () => {
    const intent = counting();
    await expect(intent.send({ a: 1 }, failing(new UnreachableError(null)))).rejects.toBeInstanceOf(UnreachableError);
    expect(await keyOf(intent, { a: 1 })).toBe("k1");
  });

  it("takes another key for another request and after a refusal", async () => {
    const intent = counting();
    await expect(intent.send({ a: 1 }, failing(new UnreachableError(null)))).rejects.toThrow();
    await expect(intent.send({ a: 2 }, failing(new ProblemError(409, {})))).rejects.toThrow();
    expect(await keyOf(intent, { a: 2 })).toBe("k3");
  });
});
