import type { Manifest } from "@/lib/integrations/contract/declaration";

export const manifest: Manifest = {
  name: "push",
  icon: "push",
  category: "notifications",
  position: 4,
  connect: { by: "link", page: "/settings/destinations" },
};
