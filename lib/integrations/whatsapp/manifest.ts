import type { Manifest } from "@/lib/integrations/contract/declaration";

export const manifest: Manifest = {
  name: "whatsapp",
  icon: "chat",
  position: 2,
  category: "messages",
  connect: null,
};
