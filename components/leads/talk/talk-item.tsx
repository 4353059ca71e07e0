"use client";

import { CalendarCheck, StickyNote, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { useFormats } from "@/components/ui/use-formats";
import type { TalkEntry } from "@/lib/leads/talk";
import type { Writing } from "./writing";
import { MailState } from "./mail-state";
import { TalkMedia } from "./talk-media";

/** One thing of a conversation: what the lead wrote at the start of the line, what was written to them at its end. */
export function TalkItem({ entry, writing }: { entry: TalkEntry; writing: Writing | null }) {
  switch (entry.kind) {
    case "note":
      return <Note entry={entry} />;
    case "message":
      return <Message entry={entry} writing={writing} />;
    case "meeting":
      return <Meeting entry={entry} />;
  }
}

function Note({ entry }: { entry: TalkEntry }) {
  const t = useTranslations("leads.talk");
  return (
    <li className="rounded border border-line bg-caution-soft px-3.5 py-2.5">
      <Meta entry={entry}>
        <StickyNote aria-hidden="true" className="size-3.5 shrink-0" />
        {t("note")}
        {" · "}
        <Author actor={entry.actor} />
      </Meta>
      <Words>{entry.body ?? ""}</Words>
    </li>
  );
}

function Message({ entry, writing }: { entry: TalkEntry; writing: Writing | null }) {
  const t = useTranslations("leads.talk");
  const isOurs = entry.direction === "out";
  const hasGone = entry.channel !== "email" || !["sending", "failed", "unknown"].includes(entry.state ?? "");
  const channel = `channels.${entry.channel ?? ""}`;
  const step = useTranslations("leads.whatsapp.statuses");
  const stepWords = entry.channel === "whatsapp" && entry.state !== null ? step(entry.state) : null;
  return (
    <li
      className={cn(
        "w-fit max-w-[85%] min-w-0 rounded-lg border border-line px-3.5 py-2.5",
        isOurs ? "justify-self-end bg-accent-soft" : "bg-card",
      )}
    >
      <Meta entry={entry}>
        {[stepWords ?? (hasGone && t(isOurs ? "sent" : "received")), t.has(channel) && t(channel)]
          .filter(Boolean)
          .join(" · ")}
        {entry.actor && (
          <>
            {" · "}
            <Author actor={entry.actor} />
          </>
        )}
      </Meta>
      {entry.subject !== null && (
        <p dir="auto" className="mt-0.5 font-medium wrap-anywhere">
          {entry.subject}
        </p>
      )}
      {entry.media === null ? <Form entry={entry} /> : <TalkMedia entry={entry} />}
      {entry.body !== null && entry.body !== entry.media?.name && <Words>{entry.body}</Words>}
      {entry.channel === "email" ? (
        <MailState entry={entry} writing={writing} />
      ) : (
        entry.state === "failed" &&
        stepWords === null && (
          <p className="mt-1 flex items-center gap-1.5 text-sm text-danger">
            <TriangleAlert aria-hidden="true" className="size-3.5 shrink-0" />
            {t("failed")}
          </p>
        )
      )}
    </li>
  );
}

/** What a message by WhatsApp is that is no text. */
function Form({ entry: { form, body, channel } }: { entry: TalkEntry }) {
  const t = useTranslations("leads.talk");
  const key = `forms.${form}`;
  const isKnown = form !== null && t.has(key);
  if (channel !== "whatsapp" || (!isKnown && body !== null)) return null;
  return <p className="mt-0.5 text-ink-faint">{t(isKnown ? key : "notText")}</p>;
}

function Meeting({ entry }: { entry: TalkEntry }) {
  const t = useTranslations("leads.meetings");
  const key = entry.state ?? "scheduled";
  return (
    <li className="flex justify-center">
      <Meta entry={entry}>
        <CalendarCheck aria-hidden="true" className="size-3.5 shrink-0" />
        {t(t.has(key) ? key : "scheduled")}
      </Meta>
    </li>
  );
}

/** What it is, and when; the day is the heading above. */
function Meta({ entry, children }: { entry: TalkEntry; children: ReactNode }) {
  const { time } = useFormats();
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 text-sm text-ink-soft">
      <span className="inline-flex min-w-0 flex-wrap items-center gap-x-1.5">{children}</span>
      <span aria-hidden="true">·</span>
      <time dateTime={entry.at}>{time(entry.at)}</time>
    </p>
  );
}

/** Who wrote it. */
function Author({ actor }: Pick<TalkEntry, "actor">) {
  const t = useTranslations("leads.actor");
  if (!actor || actor.name === null) return t("left");
  return actor.me ? t("me") : <bdi>{actor.name}</bdi>;
}

const Words = ({ children }: { children: string }) => (
  <p dir="auto" className="mt-0.5 wrap-anywhere whitespace-pre-wrap">
    {children}
  </p>
);
