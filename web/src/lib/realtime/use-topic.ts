import { useEffect, useState } from "react";
import { useServices } from "../services";
import type { TopicEnvelope } from "./envelope";

/** The newest news of a topic; null until the first arrives. */
export function useTopic<T>(topic: string): TopicEnvelope<T> | null {
  const { topics } = useServices();
  const [news, setNews] = useState<TopicEnvelope<T> | null>(null);
  useEffect(() => topics.subscribe(topic, (envelope) => setNews(envelope as TopicEnvelope<T>)), [topics, topic]);
  return news?.topic === topic ? news : null;
}
