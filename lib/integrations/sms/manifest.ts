import type { Manifest } from "@/lib/integrations/contract/declaration";

export const manifest: Manifest = {
  name: "sms",
  icon: "sms",
  category: "notifications",
  position: 5,
  connect: { by: "link", page: "/settings/destinations" },
};
