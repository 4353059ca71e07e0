export const email = { name: "email", icon: "mail" } as const;
