import { fileURLToPath } from "node:url";

/** The folder of the repository, from whatever folder a command is called. */
export const root = fileURLToPath(new URL("..", import.meta.url));
