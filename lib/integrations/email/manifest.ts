export const manifest = { name: "email", icon: "mail", position: 3 } as const;
