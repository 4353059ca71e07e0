"use client";

import { Pause, Play, Send, ShieldCheck, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { toast, toastError } from "@/components/ui/toast";
import { useLocale } from "@/components/ui/use-locale";
import type { PersonDestination, Sent } from "@/lib/notifications/destinations/destination";
import { useDeed, useDestinationsPage } from "./destinations-context";

type DestinationButtonsProps = { destination: PersonDestination; name: string; onCodeSent: () => void };

export function DestinationButtons({ destination, name, onCodeSent }: DestinationButtonsProps) {
  const t = useTranslations("settings.destinations");
  const { userId, actions } = useDestinationsPage();
  const { pending, run } = useDeed();
  const locale = useLocale();
  const told = useSentWords();
  const { id, verified_at: verified, disabled_reason: reason, of_account: ofAccount } = destination;
  const one = { userId, id };
  const verify = () =>
    run(
      () => actions.sendVerificationCode({ ...one, locale }),
      (sent) => told(sent, t("codeSent"), onCodeSent),
    );
  const tryIt = () =>
    run(
      () => actions.sendTrialMessage({ ...one, locale }),
      (sent) => told(sent, t("trialSent")),
    );
  const pause = (paused: boolean) =>
    run(
      () => actions.pauseDestination({ ...one, paused }),
      () => toast(t(paused ? "paused" : "resumed")),
    );
  const remove = () =>
    run(
      () => actions.removeDestination(one),
      () => toast(t("removed")),
    );
  return (
    <div className="flex items-center gap-1">
      {verified === null ? (
        <Button size="sm" pending={pending} onClick={verify}>
          <ShieldCheck aria-hidden="true" />
          {t("verify")}
        </Button>
      ) : (
        reason === null && (
          <Button size="sm" pending={pending} onClick={tryIt} aria-label={t("tryOf", { name })}>
            <Send aria-hidden="true" />
            {t("try")}
          </Button>
        )
      )}
      {verified !== null && reason !== "optedOut" && reason !== "complained" && (
        <IconButton
          label={t(reason === null ? "pauseOf" : "resumeOf", { name })}
          onClick={() => pause(reason === null)}
        >
          {reason === null ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
        </IconButton>
      )}
      {!ofAccount && (
        <IconButton label={t("removeOf", { name })} onClick={remove}>
          <Trash2 aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}

/** Says what the channel said of a message that the person asked for. */
function useSentWords() {
  const t = useTranslations("notifications.reasons");
  return (sent: Sent, words: string, done?: () => void) => {
    if (!sent.sent) return toastError(t.has(sent.reason) ? t(sent.reason) : t("other"));
    toast(words);
    done?.();
  };
}
