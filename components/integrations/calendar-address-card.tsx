"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useFormats } from "@/components/ui/use-formats";
import type { Result } from "@/lib/result";
import { useConnectionDeed } from "./connections/connections-context";

export type CalendarPage = {
  userId: string;
  /** Null: it could not be read. `isPossible`: whether addresses can be made here. */
  calendar: { address: string | null; fetchedAt: string | null; isPossible: boolean } | null;
  setCalendarAddress: (input: {
    userId: string;
    wanted: boolean;
  }) => Promise<Result<{ address: string | null }>>;
};

/** The address at which a calendar program reads the person's meetings: made, copied, made anew and turned off. */
export function CalendarAddressCard({ userId, calendar, setCalendarAddress }: CalendarPage) {
  const t = useTranslations("settings.integrations.calendarAddress");
  const id = useId();
  const { pending, run } = useConnectionDeed();
  const set = (wanted: boolean, news: string) =>
    run(
      () => setCalendarAddress({ userId, wanted }),
      () => toast(t(news)),
    );
  const controls = useFocusOnChange(calendar?.address != null);
  const problem = calendar === null ? "unknown" : calendar.isPossible ? null : "notHere";
  return (
    <Card id="calendar-address" aria-labelledby={id} className="divide-y divide-line">
      <CardHeader id={id} title={t("title")} description={t("brings")} />
      <div ref={controls} className="grid gap-3 px-5 py-4">
        {problem && <p className="text-sm text-ink-soft">{t(problem)}</p>}
        {calendar?.isPossible &&
          (calendar.address === null ? (
            <Button className="justify-self-start" pending={pending} onClick={() => set(true, "made")}>
              {t("make")}
            </Button>
          ) : (
            <>
              <Address address={calendar.address} fetchedAt={calendar.fetchedAt} />
              <div className="flex flex-wrap items-center gap-2">
                <Button
                  pending={pending}
                  onClick={() => set(true, "renewed")}
                  aria-describedby={`${id}-renew`}
                >
                  {t("renew")}
                </Button>
                <Button variant="danger" pending={pending} onClick={() => set(false, "ended")}>
                  {t("end")}
                </Button>
                <span id={`${id}-renew`} className="text-sm text-ink-soft">
                  {t("renewHelp")}
                </span>
              </div>
            </>
          ))}
      </div>
    </Card>
  );
}

/** What was pressed is gone when the address comes or goes: the focus is on what came in its place. */
function useFocusOnChange(isThere: boolean) {
  const frame = useRef<HTMLDivElement>(null);
  const was = useRef(isThere);
  useEffect(() => {
    if (was.current === isThere) return;
    was.current = isThere;
    if (document.activeElement === document.body)
      frame.current?.querySelector<HTMLElement>("input, button")?.focus();
  }, [isThere]);
  return frame;
}

function Address({ address, fetchedAt }: { address: string; fetchedAt: string | null }) {
  const t = useTranslations("settings.integrations.calendarAddress");
  const { fullMoment } = useFormats();
  const field = useRef<HTMLInputElement>(null);
  // Where the clipboard is not to be had, the text is selected for the person's own keys.
  const copy = () => {
    field.current?.select();
    void navigator.clipboard?.writeText(address).then(
      () => toast(t("copied")),
      () => undefined,
    );
  };
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Input
          ref={field}
          readOnly
          dir="ltr"
          value={address}
          aria-label={t("address")}
          onFocus={(event) => event.target.select()}
          className="min-w-0 shrink grow basis-64 font-mono text-sm"
        />
        <Button onClick={copy}>{t("copy")}</Button>
        <a href={address.replace(/^https?:/, "webcal:")} className={buttonClass({})}>
          {t("open")}
        </a>
      </div>
      <p className="text-sm text-ink-soft">
        {fetchedAt === null ? t("unread") : t("read", { when: fullMoment(fetchedAt) })}
      </p>
    </>
  );
}
