export const manifest = { name: "sms", icon: "sms", position: 5 } as const;
