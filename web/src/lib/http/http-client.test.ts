import { describe, expect, it, vi } from "vitest";
import { HttpClient, queryString } from "./http-client";
import { codeOf, faultAt, faultBeside, ProblemError, UnreachableError } from "./problem";

const json = (body: unknown, status = 200, type = "application/json"): Response =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": type } });

function clientOf(answers: (() => Response)[], renews = true) {
  let token = "first";
  const send = vi.fn<typeof fetch>(() => Promise.resolve((answers.shift() ?? (() => json({})))()));
  const renew = vi.fn(() => {
    token = "second";
    return Promise.resolve(renews);
  });
  return { send, renew, client: new HttpClient({ token: () => Promise.resolve(token), renew }, send) };
}

const authorization = (init: RequestInit | undefined): string | undefined =>
  (init?.headers as Record<string, string> | undefined)?.authorization;

describe("the http client", () => {
  it("sends the token and reads the answer", async () => {
    const { client, send } = clientOf([() => json({ total: 3 })]);
    await expect(client.get("/api", { limit: 1 })).resolves.toEqual({ total: 3 });
    expect(send.mock.calls[0]?.[0]).toBe("/api?limit=1");
    expect(authorization(send.mock.calls[0]?.[1])).toBe("Bearer first");
  });

  it("carries the headers that it was given with every request", async () => {
    const { client, send } = clientOf([]);
    await client.withHeaders({ "x-wallet-address": "0xA" }).post("/api", {});
    await client.get("/api");
    const headersOf = (call: number) => send.mock.calls[call]?.[1]?.headers;
    expect(headersOf(0)).toMatchObject({ "x-wallet-address": "0xA", authorization: "Bearer first" });
    expect(headersOf(1)).not.toHaveProperty("x-wallet-address");
  });

  it("tells where to ask how far it is", async () => {
    const accepted = (headers: Record<string, string>) => () => new Response("{}", { status: 202, headers });
    const { client } = clientOf([accepted({ location: "/api/trainings/1" }), accepted({})]);
    await expect(client.postToBegin("/api/retrain")).resolves.toBe("/api/trainings/1");
    await expect(client.postToBegin("/api/retrain")).rejects.toThrow("does not say where");
  });

  it("signs in again once after a 401 and repeats the request", async () => {
    const { client, send, renew } = clientOf([() => json({}, 401), () => json({ ok: true })]);
    await expect(client.get("/api")).resolves.toEqual({ ok: true });
    expect(renew).toHaveBeenCalledTimes(1);
    expect(authorization(send.mock.calls[1]?.[1])).toBe("Bearer second");
  });

  it("gives up when the new token is refused too", async () => {
    const { client, renew } = clientOf([() => json({}, 401), () => json({ detail: "No." }, 401)]);
    await expect(client.get("/api")).rejects.toMatchObject({ status: 401, message: "No." });
    expect(renew).toHaveBeenCalledTimes(1);
  });

  it("posts a body as JSON", async () => {
    const { client, send } = clientOf([() => json({ id: "1" })]);
    await expect(client.post("/api", { size: 5 })).resolves.toEqual({ id: "1" });
    expect(send.mock.calls[0]?.[1]).toMatchObject({ method: "POST", body: '{"size":5}', headers: { "content-type": "application/json" } });
  });

  it("sends the key of what must happen once", async () => {
    const { client, send } = clientOf([() => json({ id: "1" }, 201)]);
    await client.postOnce("/api", { size: 5 }, "k1");
    expect(send.mock.calls[0]?.[1]).toMatchObject({ method: "POST", headers: { "idempotency-key": "k1", authorization: "Bearer first" } });
  });

  it("puts and deletes, and reads an answer without content", async () => {
    const { client, send } = clientOf([() => json({ ok: true }), () => new Response(null, { status: 204 })]);
    await client.put("/api/1", { size: 6 });
    await expect(client.delete("/api/1")).resolves.toBeUndefined();
    expect(send.mock.calls.map(([, init]) => init?.method)).toEqual(["PUT", "DELETE"]);
  });

  it("names the reason and the field of a refusal", () => {
    const error = new ProblemError(409, { type: "https://example.org/problems/preview_expired", errors: { price: ["Too high.", "Not whole."] } });
    expect(codeOf(error)).toBe("preview_expired");
    expect(faultAt(error, "price")).toBe("Too high. Not whole.");
    expect(faultAt(error, "quantity")).toBeNull();
    expect(faultBeside(error, ["price", "quantity"])).toBeNull();
    expect(faultBeside(error, ["quantity"])).toBe("The service answered with status 409.");
    expect(faultBeside(null, ["quantity"])).toBeNull();
    expect(codeOf(new Error("else"))).toBeNull();
  });

  it("turns a problem document into an error with its words, fields and trace", async () => {
    const problem = { title: "Not valid.", detail: "level is unknown.", status: 400, trace_id: "t1", errors: { level: ["unknown"] } };
    const { client } = clientOf([() => json(problem, 400, "application/problem+json")]);
    const error = await client.get("/api").catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ status: 400, message: "level is unknown.", traceId: "t1", errors: { level: ["unknown"] } });
  });

  it("keeps the status of a refusal that is no problem document", async () => {
    const { client } = clientOf([() => new Response("<html>", { status: 502, headers: { "content-type": "text/html" } })]);
    await expect(client.get("/api")).rejects.toMatchObject({ status: 502 });
  });

  it("says plainly that the service cannot be reached", async () => {
    const client = new HttpClient(
      { token: () => Promise.resolve(null), renew: () => Promise.resolve(false) },
      () => Promise.reject(new TypeError("failed")),
    );
    await expect(client.get("/api")).rejects.toBeInstanceOf(UnreachableError);
  });
});

describe("a query string", () => {
  it("leaves out what is absent and escapes the rest", () => {
    expect(queryString({ q: "a&b", level: null, cursor: undefined, text: "", limit: 0 })).toBe("?q=a%26b&limit=0");
    expect(queryString({})).toBe("");
  });
});
