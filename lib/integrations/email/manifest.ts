import type { Manifest } from "../manifest";

export const manifest: Manifest = { name: "email", icon: "mail", position: 3 };
