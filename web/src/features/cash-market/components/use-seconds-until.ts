import { useEffect, useState } from "react";
import { secondsUntil } from "../model/preview";

/** Seconds that are left until an instant, counted down. */
export function useSecondsUntil(instant: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return secondsUntil(instant, now);
}
