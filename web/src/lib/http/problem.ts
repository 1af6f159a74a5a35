/** What the service says when it refuses a request (RFC 9457). */
export interface ProblemDocument {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  trace_id?: string;
  errors?: Record<string, string[]>;
}

/** A request that was answered with a refusal. */
export class ProblemError extends Error {
  readonly status: number;
  /** Stable name of the reason, the end of the problem's type; null when it has none of its own. */
  readonly code: string | null;
  readonly traceId: string | null;
  readonly errors: Record<string, string[]>;

  constructor(status: number, problem: ProblemDocument) {
    super(problem.detail ?? problem.title ?? `The service answered with status ${status}.`);
    this.name = "ProblemError";
    this.status = status;
    this.code = /[^/:#]+$/.exec(problem.type ?? "")?.[0] ?? null;
    this.traceId = problem.trace_id ?? null;
    this.errors = problem.errors ?? {};
  }
}

/** What is wrong with a field of the request, in words; null when the failure does not concern it. */
export const faultAt = (error: Error | null, field: string): string | null =>
  error instanceof ProblemError ? (error.errors[field]?.join(" ") ?? null) : null;

/** What went wrong, in words, when it does not stand at one of these fields already; null otherwise. */
export const faultBeside = (error: Error | null, fields: readonly string[]): string | null =>
  error === null || fields.some((field) => faultAt(error, field) !== null) ? null : error.message;

/** The code of a refusal; null for any other failure. */
export const codeOf = (error: Error | null): string | null => (error instanceof ProblemError ? error.code : null);

/** A request that never reached the service. */
export class UnreachableError extends Error {
  constructor(cause: unknown) {
    super("The service cannot be reached. Check your connection.", { cause });
    this.name = "UnreachableError";
  }
}

/** Reads a refusal; a body that is no problem document still gives an error with the status. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  const body: unknown = isJson ? await response.json().catch(() => ({})) : {};
  return new ProblemError(response.status, typeof body === "object" && body !== null ? body : {});
}
