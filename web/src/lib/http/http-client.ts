import { problemOf, UnreachableError } from "./problem";

/** Where requests get their credentials from. */
export interface Credentials {
  /** The token to send; null when the platform identifies the caller by cookie. */
  token(): Promise<string | null>;
  /** The last token was refused: sign in anew. False when that is not possible. */
  renew(): Promise<boolean>;
}

export type QueryValue = string | number | null | undefined;

/** Requests to the service: JSON in, JSON out, refusals as `ProblemError`. */
export class HttpClient {
  constructor(
    private readonly credentials: Credentials,
    private readonly send: typeof fetch = (input, init) => fetch(input, init),
    private readonly always: Readonly<Record<string, string>> = {},
  ) {}

  /** The same client, whose requests all carry these headers. */
  withHeaders(headers: Readonly<Record<string, string>>): HttpClient {
    return new HttpClient(this.credentials, this.send, { ...this.always, ...headers });
  }

  get<T>(path: string, query: Record<string, QueryValue> = {}, signal?: AbortSignal): Promise<T> {
    return this.exchange<T>(path + queryString(query), { signal: signal ?? null });
  }

  post<T>(path: string, body: unknown = {}, signal?: AbortSignal): Promise<T> {
    return this.exchange<T>(path, { method: "POST", body: JSON.stringify(body), signal: signal ?? null });
  }

  /** Posts what must happen at most once, however often it is sent with the same key. */
  postOnce<T>(path: string, body: unknown, key: string): Promise<T> {
    return this.exchange<T>(path, { method: "POST", body: JSON.stringify(body), headers: { "idempotency-key": key } });
  }

  /** Posts what takes its time, and tells where to ask how far it is. */
  async postToBegin(path: string, body: unknown = {}): Promise<string> {
    const location = (await this.answerTo(path, { method: "POST", body: JSON.stringify(body) })).headers.get("location");
    if (location === null) throw new Error("The service does not say where to ask how far it is.");
    return location;
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.exchange<T>(path, { method: "PUT", body: JSON.stringify(body) });
  }

  delete<T>(path: string): Promise<T> {
    return this.exchange<T>(path, { method: "DELETE" });
  }

  private async exchange<T>(url: string, init: RequestInit): Promise<T> {
    const response = await this.answerTo(url, init);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  private async answerTo(url: string, init: RequestInit): Promise<Response> {
    let response = await this.request(url, init);
    if (response.status === 401 && (await this.credentials.renew())) response = await this.request(url, init);
    if (!response.ok) throw await problemOf(response);
    return response;
  }

  private async request(url: string, init: RequestInit): Promise<Response> {
    const token = await this.credentials.token();
    const headers: Record<string, string> = { accept: "application/json", ...this.always, ...(init.headers as Record<string, string> | undefined) };
    if (token !== null) headers.authorization = `Bearer ${token}`;
    if (init.body != null) headers["content-type"] = "application/json";
    try {
      return await this.send(url, { ...init, headers, credentials: "same-origin" });
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw new UnreachableError(error);
    }
  }
}

/** `?a=1&b=2`; absent and empty values are left out. */
export function queryString(query: Record<string, QueryValue>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value != null && value !== "") parameters.set(name, String(value));
  const text = parameters.toString();
  return text && `?${text}`;
}
