export const whatsapp = { name: "whatsapp", icon: "chat" } as const;
