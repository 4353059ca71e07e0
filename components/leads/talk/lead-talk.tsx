"use client";

import { useTranslations } from "next-intl";
import { useAppPreferences } from "@/components/settings/settings-provider";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { useFormats } from "@/components/ui/use-formats";
import { bookingLink, type MeetingType } from "@/lib/integrations/contract/connection";
import type { Talk } from "@/lib/leads/talk";
import { talkDays } from "@/lib/leads/talk-line";
import type { Writing } from "./writing";
import { TalkComposer } from "./talk-composer";
import { TalkItem } from "./talk-item";
import { useTalk } from "./use-talk";

/** `writes`: whether the person may write at the lead. */
type LeadTalkProps = Pick<Writing, "userId" | "lead" | "chat" | "actions"> & {
  initial: Talk;
  writes: boolean;
  /** What can be booked with the person. */
  types: readonly MeetingType[];
};

/** What was said and agreed with a lead and noted about them, newest last, and the place to go on. */
export function LeadTalk({ userId, lead, chat, initial, writes, types, actions }: LeadTalkProps) {
  const t = useTranslations("leads.talk");
  const { date } = useFormats();
  const { line, loading, failed, loadEarlier, refresh } = useTalk(lead.id, initial);
  const subject = line.entries.findLast((entry) => entry.subject !== null)?.subject ?? "";
  const { defaultMeetingType } = useAppPreferences().value.integration_settings.calendly;
  const bookingUrl = bookingLink(types, defaultMeetingType, lead);
  const writing = writes ? { userId, lead, subject, chat, bookingUrl, actions, onChanged: refresh } : null;
  const days = talkDays(line.entries, date);
  return (
    <Card aria-labelledby="lead-talk">
      <CardHeader id="lead-talk" title={t("title")} description={t("help")} />
      {days.length === 0 ? (
        <p className="px-5 pb-5 text-ink-soft">{t("empty")}</p>
      ) : (
        // Turned round, so that it opens at its end, and stays where it is when something is put in front.
        <div
          role="log"
          tabIndex={0}
          aria-labelledby="lead-talk"
          className="flex max-h-[32rem] flex-col-reverse overflow-y-auto border-y border-line bg-paper print:max-h-none"
        >
          <div className="grid grid-cols-1 gap-5 px-5 py-4">
            {line.next !== null && (
              <div className="grid justify-items-center gap-2">
                <Button size="sm" pending={loading} onClick={loadEarlier}>
                  {t("earlier")}
                </Button>
                {failed && <p className="text-sm text-danger">{t("earlierFailed")}</p>}
              </div>
            )}
            {days.map(({ day, entries }) => (
              <section key={day} aria-label={day} className="grid grid-cols-1 gap-3">
                <h3 className="justify-self-center rounded-full bg-sunken px-3 py-0.5 text-xs font-medium text-ink-soft">
                  {day}
                </h3>
                <ol className="grid grid-cols-1 gap-3">
                  {entries.map((entry) => (
                    <TalkItem key={entry.id} entry={entry} writing={writing} />
                  ))}
                </ol>
              </section>
            ))}
          </div>
        </div>
      )}
      {writing && <TalkComposer {...writing} />}
    </Card>
  );
}
