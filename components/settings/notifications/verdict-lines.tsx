"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { useReasonWords } from "@/components/vocabulary/use-reason-words";
import { channelIcons } from "@/components/vocabulary/channel-icons";
import type { Explained, ExplainedStep } from "@/lib/notifications/delivery/explained";
import { settingOf } from "@/lib/notifications/delivery/explained-fields";
import { kinds } from "@/lib/notifications/kinds";
import { paths } from "@/lib/paths";
import { fieldId } from "@/lib/settings/form/field-id";
import type { NotificationSettings } from "@/lib/settings/notifications";
import type { Channel } from "@/lib/vocabulary/channels";
import type { KeptAway } from "@/lib/vocabulary/kept-away";
import { pathOf, useMatrix } from "./matrix-model";
import { useWhen } from "./use-when";

const linkClass = "font-medium text-accent underline-offset-2 hover:underline";

/** A rule leads to the very setting by which it decided. A link to this page leaves nothing: unsaved edits stay. */
const RuleName = ({ setting, children }: { setting: string | null; children: ReactNode }) =>
  setting === null ? (
    <span className="font-medium">{children}</span>
  ) : (
    <a href={`#${fieldId(setting)}`} className={linkClass}>
      {children}
    </a>
  );

type LineProps = { channel: Channel; state: string; isSent: boolean; children?: ReactNode };

function Line({ channel, state, isSent, children }: LineProps) {
  const { channelName } = useMatrix();
  const Icon = channelIcons[channel];
  return (
    <li className="flex gap-3 py-3" data-channel={channel}>
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-soft" />
      <div className="min-w-0 grow">
        <p className="flex flex-wrap justify-between gap-x-4">
          <span className="font-medium">{channelName(channel)}</span>
          <span className={isSent ? "" : "text-ink-soft"}>{state}</span>
        </p>
        {children}
      </div>
    </li>
  );
}

/** What the app does: it tells it as it happens, or never. */
export function AppVerdict({ kept, kind }: { kept: KeptAway | null; kind: string }) {
  const t = useTranslations("notifications.explain.tryIt");
  const rules = useTranslations("notifications.rules");
  const reasonWords = useReasonWords();
  const field = kept === "heat" ? "minimumHeat" : (kinds.get(kind)?.category ?? "");
  return (
    <Line channel="inApp" state={t(kept === null ? "told" : "notTold")} isSent={kept === null}>
      {kept !== null && kept !== "muted" && (
        <p className="mt-1 text-sm text-ink-soft">
          <RuleName setting={pathOf("inApp", field)}>{rules(kept)}</RuleName> · {reasonWords(kept)}
        </p>
      )}
    </Line>
  );
}

type ChannelVerdictProps = { verdict: Explained; kind: string; now: string; settings: NotificationSettings };

/** What a channel does, and what each rule says to it. */
export function ChannelVerdict({ verdict, kind, now, settings }: ChannelVerdictProps) {
  const t = useTranslations("notifications.explain.tryIt");
  const when = useWhen(settings.notification_schedule.timezone, now);
  const reasonWords = useReasonWords();
  const { channelName } = useMatrix();
  const { channel, outcome, at, reason, steps } = verdict;
  const category = kinds.get(kind)?.category ?? "";
  return (
    <Line
      channel={channel}
      state={t(outcome, { at: at === null ? "" : when(at) })}
      isSent={outcome !== "notSent"}
    >
      {steps.length === 0 ? (
        <p className="mt-1 text-sm text-ink-soft">{reasonWords(reason)}</p>
      ) : (
        <ol aria-label={t("rules", { channel: channelName(channel) })} className="mt-1 grid gap-1 text-sm">
          {steps.map((step, index) => (
            <RuleLine
              key={index}
              step={step}
              setting={settingOf(step.rule, channel, category, settings)}
              when={when}
            />
          ))}
        </ol>
      )}
    </Line>
  );
}

type RuleLineProps = { step: ExplainedStep; setting: string | null; when: (at: string) => string };

function RuleLine({ step: { rule, reason, until }, setting, when }: RuleLineProps) {
  const t = useTranslations("notifications.explain.tryIt");
  const rules = useTranslations("notifications.rules");
  const reasonWords = useReasonWords();
  return (
    <li className="text-ink-soft">
      {rule === "destination" ? (
        <Link href={paths.settings.destinations()} className={linkClass}>
          {rules(rule)}
        </Link>
      ) : (
        <RuleName setting={setting}>{rules(rule)}</RuleName>
      )}
      {" · "}
      {reason === null ? t("passes") : reasonWords(reason)}
      {until !== null && ` ${t("until", { at: when(until) })}`}
    </li>
  );
}
