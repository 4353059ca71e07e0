"use client";

import { useTranslations } from "next-intl";
import { useId, type ReactNode } from "react";
import { useReasonWords } from "@/components/vocabulary/use-reason-words";
import { useSettingWords } from "@/components/settings/setting-words";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { useFormats } from "@/components/ui/use-formats";
import { channelIcons } from "@/components/vocabulary/channel-icons";
import { fateLine, type DeliveryFate } from "@/lib/notifications/delivery/fates";
import type { InboxRow } from "@/lib/notifications/inbox/inbox-row";
import { rulesOf } from "@/lib/notifications/kinds";
import { serverClock } from "@/lib/server-clock";
import { channelColumns } from "@/lib/settings/notifications";
import { isoOf } from "@/lib/time/wall-time";
import type { Channel } from "@/lib/vocabulary/channels";
import { useFates } from "./use-fates";

/** What happened to a notification on each channel and why. Mount it when it is asked for: it reads then. */
export function ChannelFates({ userId, row }: { userId: string; row: InboxRow }) {
  const t = useTranslations("notifications.explain.fates");
  const common = useTranslations("common");
  const id = useId();
  const { answer, again } = useFates(userId, row.id);
  return (
    <section
      aria-labelledby={id}
      aria-busy={answer === null}
      className="grid gap-2.5 border-t border-line pt-3"
    >
      <h3 id={id} className="text-sm font-medium text-ink-faint">
        {t("title")}
      </h3>
      <ul className="grid gap-2.5">
        <AppLine row={row} />
        {answer?.ok && answer.value.map((fate, index) => <FateLine key={index} fate={fate} />)}
      </ul>
      {answer === null && <Looking />}
      {answer?.ok && answer.value.length === 0 && (
        <p role="status" className="text-sm text-ink-soft">
          {t(rulesOf(row.params).channels.length === 0 ? "appOnly" : "notPlanned")}
        </p>
      )}
      {answer && !answer.ok && (
        <div role="alert" className="flex flex-wrap items-center justify-between gap-2">
          <p className="text-sm text-danger">{t("unread")}</p>
          <Button size="sm" onClick={again}>
            {common("tryAgain")}
          </Button>
        </div>
      )}
    </section>
  );
}

function Looking() {
  const t = useTranslations("notifications.explain.fates");
  return (
    <div className="grid gap-2">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <Skeleton className="h-4 w-56 max-w-full" />
      <Skeleton className="h-4 w-40 max-w-full" />
    </div>
  );
}

/** The app tells it when it happens, or keeps it away for good. */
function AppLine({ row }: { row: InboxRow }) {
  const t = useTranslations("notifications.explain.fates");
  const reasonWords = useReasonWords();
  const { moment } = useFormats();
  return row.kept_away === null ? (
    <Line channel="inApp" state={t("told", { at: moment(row.occurred_at) })} />
  ) : (
    <Line channel="inApp" state={t("keptAway")} reason={reasonWords(row.kept_away)} />
  );
}

function FateLine({ fate }: { fate: DeliveryFate }) {
  const t = useTranslations("notifications.explain.fates");
  const reasonWords = useReasonWords();
  const { moment } = useFormats();
  const { state, at, reason } = fateLine(fate, isoOf(serverClock.now()));
  const why = reason === "gaveUp" ? t("gaveUp") : reason && reasonWords(reason);
  return (
    <Line
      channel={fate.channel}
      state={t(state, { at: at ? moment(at) : "" })}
      reason={why}
      destination={fate.destination}
    />
  );
}

type LineProps = {
  channel: Channel;
  state: ReactNode;
  reason?: string | null;
  destination?: string | null;
};

function Line({ channel, state, reason, destination }: LineProps) {
  const words = useSettingWords();
  const Icon = channelIcons[channel];
  return (
    <li className="flex gap-2.5" data-channel={channel}>
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-soft" />
      <div className="min-w-0 grow">
        <p className="flex flex-wrap justify-between gap-x-3">
          <span className="font-medium">{words.group(channelColumns[channel])}</span>
          <span className="text-ink-soft">{state}</span>
        </p>
        {(reason || destination) && (
          <p className="text-sm wrap-anywhere text-ink-soft">
            {reason}
            {reason && destination && " "}
            {destination && <bdi className="text-ink-faint">{destination}</bdi>}
          </p>
        )}
      </div>
    </li>
  );
}
