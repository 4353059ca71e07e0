import type { Manifest } from "@/lib/integrations/manifest";

export const calendly: Manifest = { name: "calendly", icon: "calendar" };
