import { directionOf, type Locale } from "@/lib/vocabulary/locales";

/** A page that the link of a message leads to. All of it is plain text. */
export type LinkPage = Readonly<{
  locale: Locale;
  title: string;
  heading: string;
  /** Something has come of it: a screen reader says so by itself. */
  isNews: boolean;
  lines: readonly string[];
  /** What the page offers; each posts its `act`, to `address` or to the page's own. */
  buttons: readonly Readonly<{ label: string; act: string; quiet: boolean }>[];
  address?: string;
  way: Readonly<{ label: string; url: string }>;
}>;

/** Shown by any browser, without scripts. */
const style = `
  :root { color-scheme: light dark; --paper: light-dark(#fbfaf7, #121417); --card: light-dark(#fff, #191c21);
    --line: light-dark(#e7e3db, #282c33); --control: light-dark(#8a857a, #767d88); --ink: light-dark(#1b1a18, #eceae6);
    --soft: light-dark(#57534b, #adb1b8); --accent: light-dark(#0d6b73, #4cc0c7); --accent-ink: light-dark(#fff, #06191b); }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 24px 16px; background: var(--paper);
    color: var(--ink); font: 15px/24px "Segoe UI", system-ui, -apple-system, Arial, sans-serif; }
  main { width: 100%; max-width: 440px; padding: 28px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
  h1 { margin: 0; font-size: 20px; line-height: 28px; font-weight: 600; }
  p { margin: 8px 0 0; color: var(--soft); overflow-wrap: anywhere; }
  form { margin-block-start: 24px; display: flex; flex-wrap: wrap; gap: 12px; }
  button { min-height: 44px; padding: 10px 20px; border: 1px solid transparent; border-radius: 8px; font: inherit; font-weight: 600;
    background: var(--accent); color: var(--accent-ink); cursor: pointer; }
  button.quiet { background: transparent; color: var(--ink); border-color: var(--control); }
  a { display: inline-block; margin-block-start: 16px; padding-block: 10px; color: var(--accent); }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;

export function linkPage({ locale, title, heading, isNews, lines, buttons, address, way }: LinkPage): string {
  const action = address === undefined ? "" : ` action="${escaped(address)}"`;
  const offered = buttons.map(
    ({ label, act, quiet }) =>
      `<button${quiet ? ' class="quiet"' : ""} name="act" value="${escaped(act)}">${escaped(label)}</button>`,
  );
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<div${isNews ? ' role="status"' : ""}><h1>${escaped(heading)}</h1></div>
${lines.map((line) => `<p>${escaped(line)}</p>`).join("\n")}
${offered.length > 0 ? `<form method="post"${action}>${offered.join("\n")}</form>` : ""}
<a href="${escaped(way.url)}">${escaped(way.label)}</a>
</main>
</body>
</html>
`;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** What a button of such a page posted; null for anything else. Nobody is made to read a long body. */
export async function postedAct(request: Request): Promise<string | null> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= 1_024)) return null;
  const act = (await request.formData().catch(() => null))?.get("act");
  return typeof act === "string" ? act : null;
}

/** Personal, and of this moment. */
export const linkPageHeaders = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "private, no-store",
};
