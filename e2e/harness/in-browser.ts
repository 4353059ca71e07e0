import { build } from "vite";
import { root } from "../../scripts/root";

/** What a file of the product exports, as one script for a browser that puts it on `window` under `name`. */
export async function scriptOf(file: string, name: string): Promise<string> {
  const built = await build({
    ...{ root, configFile: false, logLevel: "error" },
    resolve: { alias: { "@": root } },
    build: {
      ...{ write: false, minify: false, target: "es2023" },
      lib: { entry: file, name, formats: ["iife"] },
    },
  });
  const [{ output } = { output: [] }] = Array.isArray(built) ? built : "output" in built ? [built] : [];
  const [chunk] = output;
  if (chunk?.type !== "chunk") throw new Error(`nothing was built of ${file}`);
  return `${chunk.code}\nwindow.${name} = ${name};`;
}
