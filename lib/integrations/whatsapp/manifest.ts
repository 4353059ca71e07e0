export const manifest = { name: "whatsapp", icon: "chat", position: 2 } as const;
