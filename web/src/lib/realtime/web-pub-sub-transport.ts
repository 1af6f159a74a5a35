import { WebPubSubClient, WebPubSubJsonProtocol } from "@azure/web-pubsub-client";
import type { ConnectionStatus, TopicTransport } from "./topic-client";

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 15_000;
const OFFLINE_AFTER_ATTEMPTS = 3;

interface Events {
  onStatus(status: ConnectionStatus): void;
  onMessage(data: unknown): void;
}

/**
 * Topics over Azure Web PubSub. The plain subprotocol is enough: sequence numbers and snapshots repair what a broken
 * connection lost, and a break shows at once instead of after the service's recovery period.
 */
export class WebPubSubTransport implements TopicTransport {
  private client: WebPubSubClient | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private attempts = 0;

  constructor(private readonly negotiate: () => Promise<string>) {}

  start(events: Events): void {
    this.attempts = 0;
    events.onStatus("connecting");
    const client = new WebPubSubClient(
      { getClientAccessUrl: this.negotiate },
      { protocol: WebPubSubJsonProtocol(), autoReconnect: false, autoRejoinGroups: false },
    );
    this.client = client;
    const isCurrent = (): boolean => this.client === client;
    client.on("connected", () => {
      if (!isCurrent()) return;
      this.attempts = 0;
      events.onStatus("live");
    });
    client.on("stopped", () => {
      if (isCurrent()) this.connectLater(client, events);
    });
    client.on("server-message", (e) => {
      if (isCurrent()) events.onMessage(e.message.data);
    });
    client.on("group-message", (e) => {
      if (isCurrent()) events.onMessage(e.message.data);
    });
    this.connect(client, events);
  }

  stop(): void {
    clearTimeout(this.retry);
    const client = this.client;
    this.client = null;
    client?.stop();
  }

  send(event: "subscribe" | "unsubscribe", topics: string[]): void {
    // A request lost with its connection is sent again when the next one opens.
    this.client?.sendEvent(event, { topics }, "json", { fireAndForget: true }).catch(() => undefined);
  }

  private connect(client: WebPubSubClient, events: Events): void {
    client.start().catch(() => {
      if (this.client === client) this.connectLater(client, events);
    });
  }

  private connectLater(client: WebPubSubClient, events: Events): void {
    clearTimeout(this.retry);
    this.attempts += 1;
    events.onStatus(this.attempts >= OFFLINE_AFTER_ATTEMPTS ? "offline" : "reconnecting");
    const delay = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.attempts - 1));
    this.retry = setTimeout(() => this.connect(client, events), delay * (0.75 + Math.random() / 2));
  }
}
