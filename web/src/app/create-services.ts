import { HttpClient } from "@/lib/http/http-client";
import { TopicClient } from "@/lib/realtime/topic-client";
import { WebPubSubTransport } from "@/lib/realtime/web-pub-sub-transport";
import type { Services } from "@/lib/services";
import { Session } from "@/lib/session/session";

export function createServices(): Services {
  const session = new Session();
  const http = new HttpClient(session);
  const negotiate = async (): Promise<string> => (await http.get<{ url: string }>("/api/v1/realtime/negotiate")).url;
  return { session, http, topics: new TopicClient(new WebPubSubTransport(negotiate)) };
}
