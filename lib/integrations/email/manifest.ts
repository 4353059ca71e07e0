import type { Manifest } from "@/lib/integrations/manifest";

export const email: Manifest = { name: "email", icon: "mail" };
