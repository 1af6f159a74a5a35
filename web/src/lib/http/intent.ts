import { UnreachableError } from "./problem";

/**
 * The key of something that must happen at most once. It stays the same while the same request is sent again after a failure
 * that leaves open whether it happened, and changes with the request and after every answer.
 */
export class Intent {
  private current: { of: string; key: string } | null = null;

  constructor(private readonly newKey: () => string = () => crypto.randomUUID()) {}

  async send<T>(request: unknown, by: (key: string) => Promise<T>): Promise<T> {
    const of = JSON.stringify(request);
    if (this.current?.of !== of) this.current = { of, key: this.newKey() };
    try {
      const answer = await by(this.current.key);
      this.current = null;
      return answer;
    } catch (error) {
      if (!(error instanceof UnreachableError)) this.current = null;
      throw error;
    }
  }
}
