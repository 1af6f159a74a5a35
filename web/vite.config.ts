import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const api = "http://localhost:7071";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: { target: "es2022", sourcemap: false },
  server: { port: 5173, proxy: { "/api": api, "/.auth": api, "/health": api } },
  // One window for all test files of a thread: making a new one takes much longer than the tests.
  test: { environment: "happy-dom", pool: "threads", isolate: false, include: ["src/**/*.test.{ts,tsx}"], restoreMocks: true },
});
