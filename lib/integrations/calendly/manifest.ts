import type { Manifest } from "../manifest";

export const manifest: Manifest = { name: "calendly", icon: "calendar", position: 1 };
