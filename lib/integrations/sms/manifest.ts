import type { Manifest } from "../manifest";

export const manifest: Manifest = { name: "sms", icon: "sms", position: 5 };
