import { describe, expect, it } from "vitest";
import type { TopicEnvelope } from "./envelope";
import { type ConnectionStatus, MAX_TOPICS, TopicClient, type TopicTransport } from "./topic-client";

class FakeTransport implements TopicTransport {
  readonly sent: [event: string, topics: string[]][] = [];
  private events!: Parameters<TopicTransport["start"]>[0];

  start(events: Parameters<TopicTransport["start"]>[0]): void {
    this.events = events;
  }

  stop(): void {
    this.sent.length = 0;
  }

  send(event: string, topics: string[]): void {
    this.sent.push([event, topics]);
  }

  become = (status: ConnectionStatus): void => this.events.onStatus(status);
  deliver = (data: unknown): void => this.events.onMessage(data);
}

const envelope = (topic: string, seq: number, type = "liquidity_update"): TopicEnvelope => ({
  type, topic, seq, ts: "2026-01-05T09:00:00Z", payload: { seq }, meta: null,
});

const settled = (): Promise<void> => Promise.resolve();

function connected() {
  const transport = new FakeTransport();
  const client = new TopicClient(transport);
  client.start();
  transport.become("live");
  return { transport, client };
}

function listening() {
  const { transport, client } = connected();
  const seen: number[] = [];
  const leave = client.subscribe("a", (e) => seen.push(e.seq));
  return { transport, client, seen, leave };
}

describe("a topic client", () => {
  it("asks once for what several readers of a page want, all together", async () => {
    const { transport, client } = connected();
    client.subscribe("a", () => undefined);
    client.subscribe("a", () => undefined);
    client.subscribe("b", () => undefined);
    await settled();
    expect(transport.sent).toEqual([["subscribe", ["a", "b"]]]);
  });

  it("leaves a topic when its last reader has gone", async () => {
    const { transport, client, leave } = listening();
    const leaveToo = client.subscribe("a", () => undefined);
    await settled();
    leave();
    leave();
    await settled();
    expect(transport.sent).toHaveLength(1);
    leaveToo();
    await settled();
    expect(transport.sent[1]).toEqual(["unsubscribe", ["a"]]);
  });

  it("drops news it has already seen", () => {
    const { transport, seen } = listening();
    for (const seq of [4, 5, 5, 3, 6]) transport.deliver(envelope("a", seq));
    expect(seen).toEqual([4, 5, 6]);
  });

  it("drops a snapshot that is older than the news", () => {
    const { transport, seen } = listening();
    transport.deliver(envelope("a", 9));
    transport.deliver(envelope("a", 8, "snapshot"));
    expect(seen).toEqual([9]);
  });

  it("asks for a snapshot when news was lost, and not when none was", async () => {
    const { transport, seen } = listening();
    await settled();
    for (const seq of [1, 2, 5]) transport.deliver(envelope("a", seq));
    await settled();
    expect(transport.sent).toEqual([["subscribe", ["a"]], ["subscribe", ["a"]]]);
    transport.deliver(envelope("a", 6, "snapshot"));
    await settled();
    expect(transport.sent).toHaveLength(2);
    expect(seen).toEqual([1, 2, 5, 6]);
  });

  it("takes the snapshot that closes a gap although its number was seen already", async () => {
    const { transport, seen } = listening();
    for (const seq of [1, 4]) transport.deliver(envelope("a", seq));
    await settled();
    transport.deliver(envelope("a", 4, "snapshot"));
    transport.deliver(envelope("a", 4));
    expect(seen).toEqual([1, 4, 4]);
  });

  it("asks again for everything that is wanted after a reconnect", async () => {
    const { transport, client, leave } = listening();
    client.subscribe("b", () => undefined);
    await settled();
    transport.become("reconnecting");
    leave();
    client.subscribe("c", () => undefined);
    await settled();
    expect(transport.sent).toHaveLength(1);
    transport.become("live");
    await settled();
    expect(transport.sent[1]?.[0]).toBe("subscribe");
    expect(transport.sent[1]?.[1].toSorted()).toEqual(["b", "c"]);
    expect(client.status.value).toBe("live");
  });

  it("splits requests at the service's limit", async () => {
    const { transport, client } = connected();
    for (let i = 0; i <= MAX_TOPICS; i++) client.subscribe(`t${i}`, () => undefined);
    await settled();
    expect(transport.sent.map(([, topics]) => topics.length)).toEqual([MAX_TOPICS, 1]);
  });

  it("tells a late reader the last news at once", () => {
    const { transport, client } = listening();
    transport.deliver(envelope("a", 3));
    const late: number[] = [];
    client.subscribe("a", (e) => late.push(e.seq));
    expect(late).toEqual([3]);
  });

  it("ignores errors, other topics and what is no envelope", () => {
    const { transport, seen } = listening();
    for (const data of [null, "text", { topic: "a" }, envelope("b", 1), envelope("a", 1, "error")]) transport.deliver(data);
    expect(seen).toEqual([]);
  });
});
