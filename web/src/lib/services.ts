import { createContext, useContext } from "react";
import type { HttpClient } from "./http/http-client";
import type { TopicClient } from "./realtime/topic-client";
import { readsFigures, type Session } from "./session/session";
import { useObservable } from "./use-observable";

/** What every feature works with; put together once by the app. */
export interface Services {
  session: Session;
  http: HttpClient;
  topics: TopicClient;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error("ServicesContext has no provider.");
  return services;
}

export type Audience = "retail" | "professional";

/** For whom the page speaks. */
export function useAudience(): Audience {
  const state = useObservable(useServices().session.state);
  return state.status === "signed_in" && readsFigures(state.identity.roles) ? "professional" : "retail";
}
