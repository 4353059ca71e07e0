import type { Manifest } from "@/lib/integrations/contract/declaration";

export const manifest: Manifest = {
  name: "whatsapp",
  icon: "chat",
  category: "conversations",
  position: 2,
  connect: null,
};
