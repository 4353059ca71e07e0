/** What a browser tells of itself: user agent hints where it has them, else the line of text. */
export type BrowserHints = {
  userAgent: string;
  brands?: readonly { brand: string }[] | undefined;
  platform?: string | undefined;
};

/** Most special first: Edge and Opera say they are Chrome too, and Chrome says it is Safari. */
const browsers = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/(?:Chrome|CriOS|Chromium)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
] as const;

/** Most special first: an Android says it is Linux, an iPhone that it is like a Mac. */
const systems = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b|\bChrome ?OS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMacintosh\b|\bMac ?OS\b/i, "Mac"],
  [/\bLinux\b/, "Linux"],
] as const;

const brandNames: readonly (readonly [brand: string, name: string])[] = [
  ["Microsoft Edge", "Edge"],
  ["Opera", "Opera"],
  ["Samsung Internet", "Samsung Internet"],
  ["Brave", "Brave"],
  ["Google Chrome", "Chrome"],
  ["Chromium", "Chrome"],
];

const matched = (text: string, table: readonly (readonly [RegExp, string])[]) =>
  table.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/**
 * How a device calls itself, in words that a person recognises on another one: `Chrome on Windows`. Empty where the
 * browser says nothing that could be recognised.
 */
export function deviceName({ userAgent, brands = [], platform = "" }: BrowserHints): string {
  const branded = brandNames.find(([brand]) => brands.some((given) => given.brand === brand))?.[1];
  const browser = branded ?? matched(userAgent, browsers);
  const system = matched(platform, systems) ?? matched(userAgent, systems);
  return [browser, system].filter(Boolean).join(" on ");
}

/** The device that sent a request. A name of Latin letters and spaces, which is what the record takes. */
export const deviceAsking = (headers: Pick<Headers, "get">): string =>
  deviceName({ userAgent: headers.get("user-agent") ?? "" });

/** The two halves of a name, so that a sentence in another language can join them in its own way. */
export function partsOfDevice(name: string): { browser: string; system: string } | null {
  const [browser, system, ...rest] = name.split(" on ");
  return browser && system && rest.length === 0 ? { browser, system } : null;
}
