import type { Manifest } from "@/lib/integrations/contract/declaration";

export const manifest: Manifest = {
  name: "push",
  icon: "push",
  position: 4,
  category: "channels",
  connect: { by: "link", page: "/settings/destinations" },
};
