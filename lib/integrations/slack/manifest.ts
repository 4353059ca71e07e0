import type { Manifest } from "@/lib/integrations/contract/declaration";

export const manifest: Manifest = {
  name: "slack",
  icon: "hash",
  category: "notifications",
  position: 6,
  connect: { by: "address" },
};
