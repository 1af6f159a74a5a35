// Starts the Cosmos DB stand-in with connections kept alive: node cosmos.js [port] [--while-stdin-open]
// Port 0 takes any free one; the line printed when ready names it. A test process holds stdin open, so that the
// server cannot outlive it.
const { createHttpsServer } = require("@vercel/cosmosdb-server");

const port = Number(process.argv[2] ?? 8081);
const server = createHttpsServer({ keepAlive: true });
server.listen(port, "127.0.0.1", () => console.log(`Ready: https://127.0.0.1:${server.address().port}/`));

if (process.argv.includes("--while-stdin-open")) {
  process.stdin.resume();
  process.stdin.on("end", () => process.exit());
}
