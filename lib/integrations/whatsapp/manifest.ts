import type { Manifest } from "../manifest";

export const manifest: Manifest = { name: "whatsapp", icon: "chat", position: 2 };
