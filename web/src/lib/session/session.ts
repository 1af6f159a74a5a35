import type { Credentials } from "../http/http-client";
import { problemOf, UnreachableError } from "../http/problem";
import { Observable } from "../observable";
import { recall, remember } from "../storage";
import { type Persona, personaOf } from "./personas";
import { type Identity, identityOf } from "./platform-identity";

export type SessionState =
  | { status: "starting" }
  | { status: "signed_in"; mode: "development" | "platform"; identity: Identity; persona: Persona | null }
  | { status: "signed_out" }
  | { status: "failed"; error: Error };

const RENEW_BEFORE_MS = 60_000;
const PERSONA = "persona";

/** Signs in: as a persona in development, by the platform in the cloud. */
export class Session implements Credentials {
  readonly state = new Observable<SessionState>({ status: "starting" });
  private grant: { token: string; expiresAt: number } | null = null;
  private wanted: Persona = personaOf(null);
  private pending: Promise<void> | null = null;

  constructor(
    private readonly send: typeof fetch = (input, init) => fetch(input, init),
    private readonly now: () => number = () => Date.now(),
  ) {}

  async start(): Promise<void> {
    this.state.set({ status: "starting" });
    this.wanted = personaOf(recall(PERSONA));
    await this.signInOrFail();
  }

  async switchTo(persona: Persona): Promise<void> {
    remember(PERSONA, persona.id);
    this.wanted = persona;
    await this.signInOrFail();
  }

  async token(): Promise<string | null> {
    const state = this.state.value;
    if (state.status !== "signed_in" || state.mode === "platform") return null;
    if (!this.grant || this.grant.expiresAt - this.now() < RENEW_BEFORE_MS) await this.renew();
    return this.grant?.token ?? null;
  }

  async renew(): Promise<boolean> {
    if (!this.isSignedIn()) return false;
    this.pending ??= this.signIn().finally(() => (this.pending = null));
    try {
      await this.pending;
      return this.isSignedIn();
    } catch {
      // The page stays as it is; the request that needed the token reports its own failure.
      return false;
    }
  }

  private isSignedIn(): boolean {
    return this.state.value.status === "signed_in";
  }

  private async signInOrFail(): Promise<void> {
    try {
      await this.signIn();
    } catch (error) {
      this.state.set({ status: "failed", error: error as Error });
    }
  }

  private async signIn(): Promise<void> {
    const persona = this.wanted;
    const response = await this.request("/.auth/login/dev", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ user: persona.user, roles: persona.roles, wallet: persona.wallet }),
    });
    if (response.status === 404 || response.status === 405) return this.askPlatform();
    if (!response.ok) throw await problemOf(response);
    const body = (await response.json()) as { access_token: string; expires_at: string };
    if (persona !== this.wanted) return;
    this.grant = { token: body.access_token, expiresAt: Date.parse(body.expires_at) };
    const current = this.state.value;
    if (current.status === "signed_in" && current.persona === persona) return;
    const identity = { user: persona.user, roles: persona.roles };
    this.state.set({ status: "signed_in", mode: "development", identity, persona });
  }

  private async askPlatform(): Promise<void> {
    const response = await this.request("/.auth/me", { headers: { accept: "application/json" } });
    const identity = response.ok ? identityOf(await response.json()) : null;
    this.state.set(identity ? { status: "signed_in", mode: "platform", identity, persona: null } : { status: "signed_out" });
  }

  private async request(path: string, init: RequestInit): Promise<Response> {
    try {
      return await this.send(path, { credentials: "same-origin", cache: "no-store", ...init });
    } catch (error) {
      throw new UnreachableError(error);
    }
  }
}

/** Whether somebody reads the product as a professional, that is, sees figures and provenance. */
export const readsFigures = (roles: readonly string[]): boolean =>
  roles.some((role) => ["professional", "risk_manager", "compliance", "admin"].includes(role));
