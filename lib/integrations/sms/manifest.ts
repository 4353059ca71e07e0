import type { Manifest } from "@/lib/integrations/contract/declaration";

export const manifest: Manifest = {
  name: "sms",
  icon: "sms",
  position: 5,
  category: "channels",
  connect: { by: "link", page: "/settings/destinations" },
};
