import { paths } from "@/lib/paths";
import type { Locale } from "@/lib/vocabulary/locales";
import { linkPage } from "../link-page";
import type { Followed } from "./service";

type Words = (key: string, values?: Record<string, string>) => string;

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
  const said = (key: string) => t(`mail.unsubscribe.${key}`, values);
  const posted = label === "retry" ? retried : (act ?? "");
  return linkPage({
    locale,
    title: `${said("pageTitle")} · ${t("common.product")}`,
    heading: said(title),
    isNews: state !== "ask",
    lines: [said(text)],
    buttons: label ? [{ label: said(label), act: posted, quiet: act === "undo" }] : [],
    way: { label: said("settings"), url: paths.settings.notifications() },
  });
}
