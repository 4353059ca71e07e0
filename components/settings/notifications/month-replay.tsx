"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useId, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { channelIcons } from "@/components/vocabulary/channel-icons";
import { fetchResult } from "@/lib/fetch-result";
import { mostReplayed, type History } from "@/lib/notifications/delivery/history";
import { monthOf, type MonthLine } from "@/lib/notifications/delivery/month";
import { paths } from "@/lib/paths";
import type { Result } from "@/lib/result";
import { outgoingChannels } from "@/lib/vocabulary/channels";
import { isReached } from "./destinations";
import { useMatrix } from "./matrix-model";
import type { TryItProps } from "./try-it";

/** What the edits of the schedule would have meant for the person's last month. Reads it when it is mounted. */
export function MonthReplay(props: TryItProps) {
  const t = useTranslations("notifications.explain.month");
  const common = useTranslations("common");
  const id = useId();
  const { answer, again } = useHistory();
  return (
    <section aria-labelledby={id} aria-busy={answer === null} className="grid gap-2 bg-sunken px-5 py-4">
      <h3 id={id} className="font-medium">
        {t("title")}
      </h3>
      {answer === null && <p className="text-ink-soft">{t("loading")}</p>}
      {answer?.ok && <Difference history={answer.value} {...props} />}
      {answer && !answer.ok && (
        <div role="alert" className="flex flex-wrap items-center gap-3">
          <p className="text-danger">{t("unread")}</p>
          <Button size="sm" onClick={again}>
            {common("tryAgain")}
          </Button>
        </div>
      )}
    </section>
  );
}

function useHistory() {
  const [answer, setAnswer] = useState<Result<History> | null>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let left = false;
    void fetchResult<History>(paths.api.notificationHistory()).then((fresh) => {
      if (!left) setAnswer(fresh);
    });
    return () => {
      left = true;
    };
  }, [asked]);
  function again() {
    setAnswer(null);
    setAsked(asked + 1);
  }
  return { answer, again };
}

function Difference({ history, settings, schedule, destinations }: TryItProps & { history: History }) {
  const t = useTranslations("notifications.explain.month");
  // A press that leaves the schedule as it is lives no month again.
  const written = JSON.stringify(schedule);
  const reached = outgoingChannels.filter((channel) => isReached(destinations[channel])).join(" ");
  const lines = useMemo(() => {
    const after = { ...settings, notification_schedule: JSON.parse(written) };
    const on = outgoingChannels.filter((channel) => reached.split(" ").includes(channel));
    return monthOf(history, on, settings, after);
  }, [history, settings, written, reached]);
  const count = history.rows.length;
  return (
    <div role="status" className="grid gap-1.5">
      {lines.length === 0 && <p className="text-ink-soft">{t("none", { count })}</p>}
      {lines.length > 0 && (
        <ul className="grid gap-1.5">
          {lines.map((line) => (
            <Line key={line.channel} line={line} />
          ))}
        </ul>
      )}
      {count === mostReplayed && <p className="text-sm text-ink-soft">{t("first", { count })}</p>}
    </div>
  );
}

function Line({ line: { channel, parts } }: { line: MonthLine }) {
  const t = useTranslations("notifications.explain.month");
  const format = useFormatter();
  const { channelName } = useMatrix();
  const Icon = channelIcons[channel];
  return (
    <li className="flex gap-2.5" data-channel={channel}>
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-soft" />
      <p className="min-w-0">
        <span className="font-medium">{channelName(channel)}</span>{" "}
        <span className="text-ink-soft">
          {format.list(
            parts.map(({ part, count }) => t(part, { count })),
            { type: "unit" },
          )}
        </span>
      </p>
    </li>
  );
}
