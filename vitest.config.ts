import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const resolve = { alias: { "@": root, "server-only": `${root}node_modules/server-only/empty.js` } };
const exclude = ["**/node_modules/**", ".next*/**", "e2e/**"];

// Two projects: `unit` needs nothing but Node; `platform` starts the embedded PostgreSQL and the local Supabase.
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [react()],
        resolve,
        test: {
          name: "unit",
          include: ["{app,components,lib,scripts,bench}/**/*.test.{ts,tsx}", "*.test.ts"],
          exclude,
          environment: "node",
          // Only what hangs: a loaded machine is no failure.
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        test: {
          name: "platform",
          include: ["{local,supabase}/**/*.test.ts"],
          exclude,
          environment: "node",
          globalSetup: ["./local/vitest-setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
