import { paths } from "@/lib/paths";
import { directionOf, type Locale } from "@/lib/vocabulary/locales";
import type { Followed } from "./service";

type Words = (key: string, values?: Record<string, string>) => string;

/** Only a page that could be shown by any browser, without scripts: its only button posts to its own address. */
const style = `
  :root { color-scheme: light dark; --paper: light-dark(#fbfaf7, #121417); --card: light-dark(#fff, #191c21);
    --line: light-dark(#e7e3db, #282c33); --control: light-dark(#8a857a, #767d88); --ink: light-dark(#1b1a18, #eceae6);
    --soft: light-dark(#57534b, #adb1b8); --accent: light-dark(#0d6b73, #4cc0c7); --accent-ink: light-dark(#fff, #06191b); }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 24px 16px; background: var(--paper);
    color: var(--ink); font: 15px/24px "Segoe UI", system-ui, -apple-system, Arial, sans-serif; }
  main { width: 100%; max-width: 440px; padding: 28px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
  h1 { margin: 0; font-size: 20px; line-height: 28px; font-weight: 600; }
  p { margin: 8px 0 24px; color: var(--soft); overflow-wrap: anywhere; }
  button { min-height: 44px; padding: 10px 20px; border: 1px solid transparent; border-radius: 8px; font: inherit; font-weight: 600;
    background: var(--accent); color: var(--accent-ink); cursor: pointer; }
  button.quiet { background: transparent; color: var(--ink); border-color: var(--control); }
  a { display: inline-block; margin-block-start: 16px; padding-block: 10px; color: var(--accent); }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;

/** What each state says and offers; `act` is what its button posts. */
const screens = {
  ask: { title: "question", text: "explained", act: "stop", label: "confirm" },
  stopped: { title: "stopped", text: "stoppedText", act: "undo", label: "again" },
  on: { title: "on", text: "onText", act: null, label: null },
  unknown: { title: "unknown", text: "unknownText", act: null, label: null },
  busy: { title: "failed", text: "failedText", act: "stop", label: "retry" },
  failed: { title: "failed", text: "failedText", act: "stop", label: "retry" },
} as const;

/** The page of a link, in one language. `retried`: what was tried, and is tried again by the button. */
export function unsubscribePage(
  { state, link }: Followed,
  locale: Locale,
  t: Words,
  retried: string,
): string {
  const { title, text, act, label } = screens[state];
  const values: Record<string, string> = link
    ? {
        category: t(`settings.fields.${link.category}.title`),
        channel: t(`settings.groups.${link.channel}_notifications.title`),
      }
    : {};
  const said = (key: string) => escaped(t(`mail.unsubscribe.${key}`, values));
  const posted = label === "retry" ? retried : act;
  const look = act === "undo" ? ' class="quiet"' : "";
  const button = label
    ? `<form method="post"><button${look} name="act" value="${escaped(posted ?? "")}">${said(label)}</button></form>`
    : "";
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${said("pageTitle")} · ${escaped(t("common.product"))}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1${state === "ask" ? "" : ' role="status"'}>${said(title)}</h1>
<p>${said(text)}</p>
${button}
<a href="${paths.settings.notifications()}">${said("settings")}</a>
</main>
</body>
</html>
`;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
