import type { Manifest } from "../manifest";

export const manifest: Manifest = { name: "push", icon: "push", position: 4 };
