export const push = { name: "push", icon: "push" } as const;
