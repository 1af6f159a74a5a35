import { useEffect, useRef } from "react";
import { useServices } from "../services";
import type { TopicEnvelope } from "./envelope";

/** Listens to several topics at once. The listener may change from one rendering to the next. */
export function useTopics(names: readonly string[], listener: (envelope: TopicEnvelope) => void): void {
  const { topics } = useServices();
  const current = useRef(listener);
  useEffect(() => {
    current.current = listener;
  });
  const all = names.join(" ");
  useEffect(() => {
    const releases = all.split(" ").filter(Boolean).map((name) => topics.subscribe(name, (envelope) => current.current(envelope)));
    return () => releases.forEach((release) => release());
  }, [topics, all]);
}
