/** What arrives on a topic. */
export interface TopicEnvelope<T = unknown> {
  type: string;
  topic: string;
  seq: number;
  ts: string;
  payload: T;
  meta: { data_freshness: string; confidence: number } | null;
}

export function isEnvelope(data: unknown): data is TopicEnvelope {
  if (typeof data !== "object" || data === null) return false;
  const { type, topic, seq } = data as Partial<TopicEnvelope>;
  return typeof type === "string" && typeof topic === "string" && typeof seq === "number";
}
