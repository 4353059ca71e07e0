import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const resolve = { alias: { "@": root, "server-only": `${root}node_modules/server-only/empty.js` } };

const files = ["app", "components", "lib", "scripts", "bench"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((name) => /\.test\.tsx?$/.test(name)),
);
const needsOwnProcess = /^\/\/ @vitest-environment jsdom|\bvi\.(mock|doMock|resetModules|stub\w+|spyOn)\(/;
const apart = files.filter((name) => needsOwnProcess.test(readFileSync(join(root, name), "utf8")));

// Starting a process and loading the modules takes longer than most tests, so the files of `unit` share both. What a
// file does decides: with a document, or with something else in the place of a module or a global, it runs `apart`, in
// a process of its own. `platform` starts the embedded PostgreSQL and the local Supabase.
export default defineConfig({
  plugins: [react()],
  resolve,
  test: {
    // Only what hangs: a loaded machine is no failure.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: "unit", include: files.filter((name) => !apart.includes(name)), isolate: false },
      },
      {
        extends: true,
        test: { name: "apart", include: apart, setupFiles: ["./lib/testing/patient-queries.ts"] },
      },
      {
        extends: true,
        test: {
          name: "platform",
          include: ["{local,supabase}/**/*.test.{ts,tsx}"],
          globalSetup: ["./local/vitest-setup.ts"],
        },
      },
    ],
  },
});
