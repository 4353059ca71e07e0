import type { Manifest } from "@/lib/integrations/manifest";

export const whatsapp: Manifest = { name: "whatsapp", icon: "chat" };
