import type { Manifest } from "@/lib/integrations/contract/declaration";

export const manifest: Manifest = {
  name: "whatsapp",
  icon: "chat",
  category: "conversations",
  position: 2,
  connect: {
    by: "account",
    scopes: [
      { scope: "whatsapp_business_management", word: "account" },
      { scope: "whatsapp_business_messaging", word: "messages" },
    ],
    fields: ["accountId", "numberId"],
  },
};
