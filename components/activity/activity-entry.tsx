"use client";

import {
  Download,
  Fingerprint,
  History,
  LayoutTemplate,
  MailX,
  Server,
  SlidersHorizontal,
  Undo2,
  Users,
  type LucideIcon,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment, useId } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useFormats } from "@/components/ui/use-formats";
import type { Entry } from "@/lib/audit/entries";
import type { SettingsEvent } from "@/lib/audit/event";
import type { EventSource } from "@/lib/audit/event-source";
import { useActivityWords } from "./use-activity-words";
import { ValueChange } from "./value-change";

const icons: Record<EventSource, LucideIcon> = {
  ui: SlidersHorizontal,
  undo: Undo2,
  import: Download,
  template: LayoutTemplate,
  team: Users,
  api: Fingerprint,
  link: MailX,
  system: Server,
};

const listedAtOnce = 4;

type ActivityEntryProps = {
  entry: Entry;
  onUndo: (entry: Entry) => void;
  /** Restores all settings as of this entry. */
  onRestore: (entry: Entry) => void;
};

/** An entry: the settings that one operation changed, who did it and from where, with Undo and Restore. */
export function ActivityEntry({ entry, onUndo, onRestore }: ActivityEntryProps) {
  const t = useTranslations("settings.activity");
  const words = useActivityWords();
  const formats = useFormats();
  const id = useId();
  const [first, ...others] = entry.events;
  const Icon = icons[first.source];
  const heading = others.length === 0 ? words.title(first) : t("several", { count: entry.events.length });
  return (
    <li className="px-4 py-4 sm:px-5">
      <article aria-labelledby={id} className="flex gap-3.5">
        <span
          aria-hidden="true"
          className="mt-0.5 flex size-8 shrink-0 items-center justify-center rounded-full bg-sunken text-ink-soft max-sm:hidden"
        >
          <Icon className="size-4" />
        </span>
        <div className="grid min-w-0 grow gap-1">
          <div className="flex items-baseline justify-between gap-3">
            <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
              <h3 id={id} className="font-medium wrap-anywhere">
                {heading}
              </h3>
              <p className="text-xs text-ink-faint">
                {others.length === 0 ? words.where(first) : words.section(first.section)}
              </p>
            </div>
            <time
              dateTime={first.at}
              title={formats.fullMoment(first.at)}
              className="shrink-0 text-xs text-ink-faint"
            >
              {formats.time(first.at)}
            </time>
          </div>
          {others.length === 0 ? (
            <ValueChange
              section={first.section}
              path={first.path}
              projectId={first.project_id}
              before={first.before}
              after={first.after}
            />
          ) : (
            <Changes events={entry.events} />
          )}
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <Origin event={first} />
            <div className="ms-auto -me-1 flex items-center gap-1.5">
              <Button size="sm" aria-label={t("undoOf", { title: heading })} onClick={() => onUndo(entry)}>
                <Undo2 aria-hidden="true" />
                {t("undo")}
              </Button>
              <IconButton label={t("restoreHere")} className="size-8!" onClick={() => onRestore(entry)}>
                <History aria-hidden="true" />
              </IconButton>
            </div>
          </div>
        </div>
      </article>
    </li>
  );
}

/** Who changed it, from where, on which device and for which project. */
function Origin({ event }: { event: SettingsEvent }) {
  const words = useActivityWords();
  // The system as a source is named already where nobody else acted.
  const isSystem = event.source === "system" && event.actor === null;
  // Names stand apart in their own direction; our words in the reader's, whatever they begin with ("Chrome on …").
  const scope = words.scope({ section: event.section, projectId: event.project_id });
  const parts = [
    <bdi key="who">{words.who(event)}</bdi>,
    isSystem ? null : words.source(event.source),
    event.device && words.device(event.device),
    scope && <bdi key="scope">{scope}</bdi>,
  ].filter((part) => part !== null);
  return (
    <p className="min-w-0 text-sm wrap-anywhere text-ink-soft">
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && " · "}
          {part}
        </Fragment>
      ))}
    </p>
  );
}

/** The settings of an entry; those beyond the first few show on request. */
function Changes({ events }: { events: readonly SettingsEvent[] }) {
  const t = useTranslations("settings.activity");
  const [shown, rest] = [events.slice(0, listedAtOnce), events.slice(listedAtOnce)];
  return (
    <>
      <ChangeRows events={shown} />
      {rest.length > 0 && (
        <details>
          <summary className="tap w-fit cursor-pointer rounded-sm py-1 text-sm font-medium text-accent">
            {t("more", { count: rest.length })}
          </summary>
          <ChangeRows events={rest} />
        </details>
      )}
    </>
  );
}

function ChangeRows({ events }: { events: readonly SettingsEvent[] }) {
  const words = useActivityWords();
  return (
    <ul className="mt-1 grid gap-1.5">
      {events.map((event) => (
        <li key={event.id} className="flex flex-wrap gap-x-3 border-s-2 border-line ps-3">
          <span className="basis-56 text-ink-soft max-sm:basis-full">{words.title(event)}</span>
          <ValueChange
            section={event.section}
            path={event.path}
            projectId={event.project_id}
            before={event.before}
            after={event.after}
          />
        </li>
      ))}
    </ul>
  );
}
