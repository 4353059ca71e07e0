import type { Manifest } from "@/lib/integrations/manifest";

export const push: Manifest = { name: "push", icon: "push" };
