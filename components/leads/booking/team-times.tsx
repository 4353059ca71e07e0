"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/components/ui/cn";
import { useFormats } from "@/components/ui/use-formats";
import { useNow } from "@/components/ui/use-now";
import { stretchesOf } from "@/lib/leads/team-times/stretches";
import type { TeamTimes as Times } from "@/lib/leads/team-times/team-times";
import { readDay, startOfDay, writeDay } from "@/lib/time/calendar";
import { civilDay } from "@/lib/time/civil-days";
import { useTeamTimes } from "./use-team-times";

type Day = Readonly<{ from: number; to: number }>;

/** When one person of the project is busy on one day, on the clock of whoever looks. */
export function TeamTimes({ leadId }: { leadId: string }) {
  const t = useTranslations("leads.talk.times");
  const { zone } = useFormats();
  const today = civilDay(useNow(), zone);
  const [text, setText] = useState(() => writeDay(today));
  const [chosen, setChosen] = useState("");
  const day = readDay(text) ?? today;
  const bounds = { from: startOfDay(zone, day), to: startOfDay(zone, day + 1) };
  const answer = useTeamTimes(leadId, bounds);
  const people = answer?.ok ? answer.value : [];
  const person = people.find(({ id }) => id === chosen) ?? people.find(({ me }) => !me) ?? people[0];
  return (
    <div className="mt-4 grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("who")}>
          {(control) => (
            <Select
              {...control}
              className="w-full"
              value={person?.id ?? ""}
              disabled={people.length === 0}
              onChange={({ target }) => setChosen(target.value)}
            >
              {people.map(({ id, name, me }) => (
                <option key={id} value={id}>
                  {me ? t("me") : (name ?? t("somebody"))}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t("day")}>
          {(control) => (
            <Input
              {...control}
              type="date"
              min={writeDay(today)}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
      </div>
      <div role="status" aria-busy={answer === null} className="grid gap-3">
        {answer === null && <Skeleton className="h-16" />}
        {answer?.ok === false && <p className="text-sm text-danger">{t("unread")}</p>}
        {person && <Person person={person} day={bounds} />}
      </div>
    </div>
  );
}

/** What is known of a person's day, and how much that is. */
function Person({ person: { name, me, calendar, busy }, day }: { person: Times[number]; day: Day }) {
  const t = useTranslations("leads.talk.times");
  const { time } = useFormats();
  const who = me ? "me" : "other";
  const words = { who, name: `\u2068${name ?? t("somebody")}\u2069` };
  const spanOf = (from: number, to: number) => {
    const [begins, ends] = [from > day.from, to < day.to];
    if (!begins && !ends) return t("allDay");
    if (!begins) return t("until", { to: time(to) });
    return ends ? t("span", { from: time(from), to: time(to) }) : t("since", { from: time(from) });
  };
  return (
    <>
      {busy.length === 0 && !calendar ? (
        <p>{t("nothingKnown", words)}</p>
      ) : (
        <ul className="grid gap-1">
          {stretchesOf(busy, day).map(({ from, to, isBusy }) => (
            <li
              key={from}
              className={cn(
                "flex justify-between gap-3 rounded border-s-4 px-3 py-1.5",
                isBusy ? "border-accent bg-sunken font-medium" : "border-line text-ink-soft",
              )}
            >
              <span>{spanOf(from, to)}</span>
              <span>{t(isBusy ? "busy" : "free")}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="text-sm text-ink-soft">{t(calendar ? "knownCalendar" : "knownLittle", words)}</p>
    </>
  );
}
