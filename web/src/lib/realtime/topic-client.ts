import { Observable } from "../observable";
import { isEnvelope, type TopicEnvelope } from "./envelope";

export type ConnectionStatus = "connecting" | "live" | "reconnecting" | "offline";

/** The wire below the topics. It reconnects by itself and reports each new connection. */
export interface TopicTransport {
  start(events: { onStatus(status: ConnectionStatus): void; onMessage(data: unknown): void }): void;
  stop(): void;
  send(event: "subscribe" | "unsubscribe", topics: string[]): void;
}

type Listener = (envelope: TopicEnvelope) => void;

interface Subscription {
  listeners: Set<Listener>;
  seq: number | null;
  last: TopicEnvelope | null;
}

/** The service takes at most this many topics in one request. */
export const MAX_TOPICS = 200;

/**
 * One connection for the whole page. Topics are counted by reference; what is wanted is asked for again after every
 * reconnect; per topic old news is dropped and a gap is closed by a fresh snapshot.
 */
export class TopicClient {
  readonly status = new Observable<ConnectionStatus>("connecting");
  private readonly subscriptions = new Map<string, Subscription>();
  private readonly toAsk = new Set<string>();
  private readonly toLeave = new Set<string>();
  private flushing = false;

  constructor(private readonly transport: TopicTransport) {}

  start(): void {
    this.transport.start({
      onStatus: (status) => {
        this.status.set(status);
        if (status === "live") this.askForAll();
      },
      onMessage: (data) => this.receive(data),
    });
  }

  stop(): void {
    this.transport.stop();
  }

  /** Listens to a topic until the returned function is called. The last known news comes at once. */
  subscribe(topic: string, listener: Listener): () => void {
    let subscription = this.subscriptions.get(topic);
    if (!subscription) {
      subscription = { listeners: new Set(), seq: null, last: null };
      this.subscriptions.set(topic, subscription);
      this.toLeave.delete(topic);
      this.toAsk.add(topic);
      this.flushSoon();
    }
    subscription.listeners.add(listener);
    if (subscription.last) listener(subscription.last);
    return () => this.release(topic, listener);
  }

  private release(topic: string, listener: Listener): void {
    const subscription = this.subscriptions.get(topic);
    if (!subscription?.listeners.delete(listener) || subscription.listeners.size > 0) return;
    this.subscriptions.delete(topic);
    if (!this.toAsk.delete(topic)) this.toLeave.add(topic);
    this.flushSoon();
  }

  private receive(data: unknown): void {
    if (!isEnvelope(data) || data.type === "error") return;
    const subscription = this.subscriptions.get(data.topic);
    if (!subscription) return;
    if (subscription.seq !== null && isOld(data, subscription.seq)) return;
    if (data.type !== "snapshot" && subscription.seq !== null && data.seq > subscription.seq + 1) {
      this.toAsk.add(data.topic);
      this.flushSoon();
    }
    subscription.seq = data.seq;
    subscription.last = data;
    for (const listener of [...subscription.listeners]) listener(data);
  }

  private askForAll(): void {
    this.toLeave.clear();
    for (const topic of this.subscriptions.keys()) this.toAsk.add(topic);
    this.flushSoon();
  }

  /** Everything wanted or given up in one turn of the event loop goes out together. */
  private flushSoon(): void {
    if (this.flushing) return;
    this.flushing = true;
    queueMicrotask(() => {
      this.flushing = false;
      if (this.status.value !== "live") return;
      this.flush("unsubscribe", this.toLeave);
      this.flush("subscribe", this.toAsk);
    });
  }

  private flush(event: "subscribe" | "unsubscribe", topics: Set<string>): void {
    const all = [...topics];
    topics.clear();
    for (let i = 0; i < all.length; i += MAX_TOPICS) this.transport.send(event, all.slice(i, i + MAX_TOPICS));
  }
}

/** A snapshot with the number that was seen last is no repetition: it brings what was lost in the gap before it. */
const isOld = (envelope: TopicEnvelope, seq: number): boolean =>
  envelope.type === "snapshot" ? envelope.seq < seq : envelope.seq <= seq;
