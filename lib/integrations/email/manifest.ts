import type { Manifest } from "@/lib/integrations/contract/declaration";

export const manifest: Manifest = {
  name: "email",
  icon: "mail",
  position: 3,
  category: "messages",
  connect: null,
};
