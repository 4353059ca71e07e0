import type { Manifest } from "@/lib/integrations/contract/declaration";

export const manifest: Manifest = {
  name: "email",
  icon: "mail",
  category: "conversations",
  position: 3,
  connect: { by: "form" },
};
