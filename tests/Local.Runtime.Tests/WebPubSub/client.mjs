// Drives the unmodified @azure/web-pubsub-client: node client.mjs PACKAGES NEGOTIATE-URL
// Reads one command a line ("join GROUP", "event NAME JSON", "stop"), writes one happening a line.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(process.argv[2] + "/package.json");
const { WebPubSubClient } = require("@azure/web-pubsub-client");

const say = (...words) => console.log(words.join(" "));
const client = new WebPubSubClient(
  { getClientAccessUrl: async () => (await fetch(process.argv[3])).text() },
  { messageRetryOptions: { maxRetries: 0 }, reconnectRetryOptions: { retryDelayInMs: 100 } },
);
client.on("connected", (e) => say("connected", e.userId));
client.on("disconnected", () => say("disconnected"));
client.on("group-message", (e) => say("group", e.message.group, JSON.stringify(e.message.data)));
client.on("server-message", (e) => say("server", JSON.stringify(e.message.data)));
client.on("stopped", () => process.exit(0));
client.on("rejoin-group-failed", (e) => say("rejoin failed", e.group));

const commands = {
  join: (group) => client.joinGroup(group),
  send: (group, json) => client.sendToGroup(group, JSON.parse(json), "json"),
  event: (name, json) => client.sendEvent(name, JSON.parse(json), "json"),
  stop: async () => client.stop(),
};

await client.start();
for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...rest] = line.split(" ");
  try {
    await commands[name](...rest);
    say("done", name);
  } catch (e) {
    say("refused", name, e.errorDetail?.name ?? e.message);
  }
}
process.exit(0);
