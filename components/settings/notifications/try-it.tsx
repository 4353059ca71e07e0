"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { explain, keptAwayBy } from "@/lib/notifications/delivery/explained";
import type { NotificationSchedule, NotificationSettings } from "@/lib/settings/notifications";
import { isReached, type Destinations } from "./destinations";
import { useMinute } from "./use-minute";
import { HappeningFields, type Asked } from "./happening-fields";
import { AppVerdict, ChannelVerdict } from "./verdict-lines";

export type TryItProps = {
  settings: NotificationSettings;
  /** As the form shows it, saved or not. */
  schedule: NotificationSchedule;
  destinations: Destinations;
};

/** Asks the worker's own function what would become of something, by what the page shows. */
export function TryIt({ settings: saved, schedule, destinations }: TryItProps) {
  const t = useTranslations("notifications.explain.tryIt");
  const now = useMinute();
  const [asked, ask] = useState<Asked>({ kind: "lead.heat", heat: "hot", at: null });
  const settings = { ...saved, notification_schedule: schedule };
  const happening = { ...asked, at: asked.at ?? now };
  const verdicts = explain(happening, settings, (channel) => isReached(destinations[channel]));
  return (
    <div className="grid gap-5 px-5 py-4">
      <HappeningFields asked={asked} now={now} timeZone={schedule.timezone} onChange={ask} />
      <ul className="divide-y divide-line border-y border-line">
        <AppVerdict kept={keptAwayBy(happening, settings)} kind={happening.kind} />
        {verdicts.map((verdict) => (
          <ChannelVerdict
            key={verdict.channel}
            verdict={verdict}
            kind={happening.kind}
            now={happening.at}
            settings={settings}
          />
        ))}
      </ul>
      <p className="text-sm text-ink-soft">
        {t("unsaved")} {t("ignored")}
      </p>
    </div>
  );
}
