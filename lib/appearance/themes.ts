export const themes = ["system", "light", "dark", "contrast"] as const;
export type Theme = (typeof themes)[number];

export const isTheme = (value: string | undefined): value is Theme => themes.some((theme) => theme === value);
