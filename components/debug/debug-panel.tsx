"use client";

import { Bug, ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, type ReactNode } from "react";
import { useNotifications } from "@/components/notifications/notifications-context";
import { usePanel } from "@/components/session/session-context";
import { useSettingsFacts, useSyncStatus } from "@/components/settings/settings-provider";
import { cn } from "@/components/ui/cn";
import { useFormats } from "@/components/ui/use-formats";
import { sections } from "@/lib/settings/registry";
import { useTimings } from "./use-timings";

/**
 * A panel in the corner of every page while debug mode is on, for finding what is wrong. It shows no value of a
 * setting, no address of a person and no secret, so a picture of it can be sent to anybody.
 */
export function DebugPanel() {
  const t = useTranslations("shell.debug");
  const id = useId();
  const [open, setOpen] = usePanel("debug");
  return (
    <section
      aria-label={t("title")}
      className={cn(
        "fixed start-3 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-bar rounded border border-line-strong bg-raised text-sm shadow-pop md:bottom-3",
        open && "w-[min(22rem,calc(100vw-1.5rem))]",
      )}
    >
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="tap flex h-9 w-full items-center gap-2 px-3 font-medium"
      >
        <Bug aria-hidden="true" className="size-4 shrink-0 text-ink-soft" />
        {t("title")}
        <ChevronDown
          aria-hidden="true"
          className={cn("ms-auto size-4 text-ink-soft", !open && "rotate-180")}
        />
      </button>
      <div id={id} hidden={!open}>
        {open && <Facts />}
      </div>
    </section>
  );
}

function Facts() {
  const t = useTranslations("shell.debug");
  const sync = useTranslations("sync");
  const live = useTranslations("notifications.status");
  const { number } = useFormats();
  const { kind, waiting, durable, outdated, trouble } = useSyncStatus();
  const { status } = useNotifications();
  const { versions, lookedUp } = useSettingsFacts();
  const { page, save } = useTimings();
  const ms = (time: number | null) => (time === null ? t("none") : t("ms", { ms: number(time) }));
  const schemas = sections.map(({ name, schemaVersion }) => [name, schemaVersion] as const);
  return (
    <dl
      tabIndex={0}
      aria-label={t("title")}
      className="grid max-h-[50dvh] gap-2 overflow-y-auto border-t border-line px-3 py-2.5"
    >
      <Fact name={t("version")}>
        <Technical>{appVersion()}</Technical> {outdated && t("outdated")}
      </Fact>
      <Fact name={t("schemas")}>
        <Technical>{listed(schemas)}</Technical>
      </Fact>
      <Fact name={t("rows")}>
        <Technical>{listed(Object.entries(versions).map(([id, row]) => [shortened(id), row]))}</Technical>
      </Fact>
      <Fact name={t("saving")}>
        {kind === "looking" ? t("none") : sync(kind, { count: waiting })}{" "}
        <Technical>{trouble ?? ""}</Technical>
      </Fact>
      <Fact name={t("device")}>{t(!lookedUp ? "asked" : durable ? "durable" : "volatile")}</Fact>
      <Fact name={t("live")}>{live(status)}</Fact>
      <Fact name={t("page")}>
        {t("pageTimes", { first: ms(page?.first ?? null), ready: ms(page?.ready ?? null) })}
      </Fact>
      <Fact name={t("save")}>{ms(save)}</Fact>
    </dl>
  );
}

/** The version that the root layout wrote; a page kept from an older build has the older version. */
const appVersion = () => document.querySelector<HTMLMetaElement>("meta[name=app-version]")?.content ?? "";

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="grid grid-cols-[minmax(0,7rem)_minmax(0,1fr)] gap-3">
    <dt className="text-ink-soft">{name}</dt>
    <dd className="min-w-0 wrap-anywhere">{children}</dd>
  </div>
);

/** Names from the program, the same in every language. */
const Technical = ({ children }: { children: string }) => (
  <bdi dir="ltr" className="font-mono text-xs">
    {children}
  </bdi>
);

const listed = (entries: readonly (readonly [name: string, version: number])[]) =>
  entries.map(([name, version]) => `${name} ${version}`).join(" · ");

/** Names a project's row by the beginning of the project's id, which is enough to tell two apart. */
const shortened = (id: string) => id.replace(/([\da-f]{8})-[\da-f-]{27}$/, "$1");
