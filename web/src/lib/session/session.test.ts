import { beforeEach, describe, expect, it, vi } from "vitest";
import { forget } from "../storage";
import { PERSONAS, personaOf, RETAIL } from "./personas";
import { identityOf } from "./platform-identity";
import { readsFigures, Session } from "./session";

const NOW = Date.parse("2026-01-05T09:00:00Z");
const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
const grant = (token: string, minutes = 60): Response =>
  json({ access_token: token, expires_at: new Date(NOW + minutes * 60_000).toISOString() });

function sessionOf(...answers: Response[]) {
  const clock = { now: NOW };
  const send = vi.fn<typeof fetch>(() => Promise.resolve(answers.shift() ?? json({}, 500)));
  return { clock, send, session: new Session(send, () => clock.now) };
}

const bodyOf = (send: ReturnType<typeof sessionOf>["send"], call: number): unknown => JSON.parse(send.mock.calls[call]?.[1]?.body as string);

describe("a session", () => {
  beforeEach(() => forget("persona"));

  it("signs in as the retail reader by itself", async () => {
    const { session, send } = sessionOf(grant("one"));
    await session.start();
    expect(bodyOf(send, 0)).toEqual({ user: "ana", roles: ["retail"] });
    expect(session.state.value).toMatchObject({ status: "signed_in", mode: "development", persona: RETAIL });
    await expect(session.token()).resolves.toBe("one");
  });

  it("tells whose wallet a persona has", async () => {
    const { session, send } = sessionOf(grant("one"), grant("two"));
    await session.start();
    await session.switchTo(personaOf("wallet-owner"));
    expect(bodyOf(send, 1)).toEqual({ user: "wanda", roles: ["retail"], wallet: "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23" });
  });

  it("renews the token shortly before it expires, and once for all who wait", async () => {
    const { session, clock, send } = sessionOf(grant("one", 60), grant("two", 120));
    await session.start();
    clock.now = NOW + 59.5 * 60_000;
    await expect(Promise.all([session.token(), session.token()])).resolves.toEqual(["two", "two"]);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it("keeps the page when a renewal cannot reach the service", async () => {
    const { session, send } = sessionOf(grant("one"));
    await session.start();
    send.mockRejectedValueOnce(new TypeError("failed"));
    await expect(session.renew()).resolves.toBe(false);
    expect(session.state.value.status).toBe("signed_in");
  });

  it("switches to another persona and remembers it", async () => {
    const { session, send } = sessionOf(grant("one"), grant("two"), grant("three"));
    await session.start();
    await session.switchTo(personaOf("second-admin"));
    expect(bodyOf(send, 1)).toEqual({ user: "beth", roles: ["admin"] });
    await expect(session.token()).resolves.toBe("two");
    const next = sessionOf(grant("three"));
    await next.session.start();
    expect(next.session.state.value).toMatchObject({ persona: { id: "second-admin" } });
  });

  it("asks the platform when there is no development sign-in", async () => {
    const me = [{ user_id: "zoe@bank.example", user_claims: [{ typ: "roles", val: "compliance" }, { typ: "name", val: "Zoe" }] }];
    const { session } = sessionOf(json({}, 404), json(me));
    await session.start();
    expect(session.state.value).toMatchObject({
      status: "signed_in", mode: "platform", persona: null, identity: { user: "zoe@bank.example", roles: ["compliance"] },
    });
    await expect(session.token()).resolves.toBeNull();
  });

  it("shows the way in when the platform knows nobody", async () => {
    const { session } = sessionOf(json({}, 404), json({}, 401));
    await session.start();
    expect(session.state.value).toEqual({ status: "signed_out" });
  });

  it("tells why a sign-in failed", async () => {
    const { session } = sessionOf(json({ detail: "This machine only." }, 403));
    await session.start();
    expect(session.state.value).toMatchObject({ status: "failed", error: { message: "This machine only." } });
  });
});

describe("identities", () => {
  it("reads a static web app's principal, and nobody as nobody", () => {
    expect(identityOf({ clientPrincipal: { userDetails: "zoe", userRoles: ["retail"] } })).toEqual({ user: "zoe", roles: ["retail"] });
    expect(identityOf({ clientPrincipal: null })).toBeNull();
    expect(identityOf([])).toBeNull();
  });

  it("shows figures to everybody but retail readers and owners of wallets", () => {
    expect(PERSONAS.filter((persona) => !readsFigures(persona.roles)).map((persona) => persona.id)).toEqual(["retail", "wallet-owner"]);
  });
});
