import type { Manifest } from "@/lib/integrations/manifest";

export const sms: Manifest = { name: "sms", icon: "sms" };
