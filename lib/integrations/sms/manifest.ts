export const sms = { name: "sms", icon: "sms" } as const;
