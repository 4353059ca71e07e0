import type { Manifest } from "@/lib/integrations/contract/declaration";

export const manifest: Manifest = {
  name: "webhooks",
  icon: "webhook",
  category: "automation",
  position: 7,
  connect: { by: "address" },
};
