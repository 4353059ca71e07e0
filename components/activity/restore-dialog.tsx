"use client";

import { CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { useSyncStatus } from "@/components/settings/settings-provider";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useFormats } from "@/components/ui/use-formats";
import type { Restoration } from "@/lib/audit/event";
import type { Result } from "@/lib/result";
import { sameJson } from "@/lib/settings/json";
import type { WantedValue } from "@/lib/settings/client/restore";
import { readAsOf } from "./read-activity";
import { wantedValues } from "./settings-known";
import { StepDialog } from "./step-dialog";
import { useOwnValues } from "./use-own-values";
import { WantedList } from "./wanted-list";

type RestoreDialogProps = {
  userId: string;
  moment: string;
  onApply: (wanted: readonly WantedValue[]) => void;
  onCancel: () => void;
};

const none: readonly WantedValue[] = [];

/** Restores all settings as of a moment: first lists what will change, then changes it if the person confirms. */
export function RestoreDialog({ userId, moment, onApply, onCancel }: RestoreDialogProps) {
  const t = useTranslations("settings.activity.restore");
  const common = useTranslations("common");
  const errors = useTranslations("errors.codes");
  const formats = useFormats();
  const { waiting } = useSyncStatus();
  const { answer, readAgain } = useAsOf(userId, moment);
  const wanted = answer?.ok ? answer.value : none;
  const own = useOwnValues(wanted);
  const now = answer ? own : null;
  const changes = now ? wanted.filter(({ value }, index) => !sameJson(value, now[index])).length : 0;
  const failed = answer?.ok === false;
  return (
    <StepDialog
      onCancel={onCancel}
      title={t("title", { moment: formats.fullMoment(moment) })}
      description={t("body")}
      next={
        failed ? (
          <Button variant="primary" onClick={readAgain}>
            {common("tryAgain")}
          </Button>
        ) : (
          <Button variant="primary" disabled={changes === 0} onClick={() => onApply(wanted)}>
            {t("apply", { count: changes })}
          </Button>
        )
      }
    >
      {failed ? (
        <p role="alert" className="mt-4 flex gap-2 text-danger">
          <CloudOff aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {errors(answer.error.code)}
        </p>
      ) : (
        <WantedList wanted={wanted} now={now} />
      )}
      {waiting > 0 && (
        <div className="mt-3">
          <Banner tone="caution">{t("waiting", { count: waiting })}</Banner>
        </div>
      )}
    </StepDialog>
  );
}

/** The values to set; null until the server has answered. */
function useAsOf(userId: string, moment: string) {
  const [answer, setAnswer] = useState<Result<readonly WantedValue[]> | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isOpen = true;
    void readAsOf(userId, moment).then((read: Result<Restoration>) => {
      if (isOpen) setAnswer(read.ok ? { ok: true, value: wantedValues(read.value.changes) } : read);
    });
    return () => void (isOpen = false);
  }, [userId, moment, attempt]);
  const readAgain = useCallback(() => {
    setAnswer(null);
    setAttempt((last) => last + 1);
  }, []);
  return { answer, readAgain };
}
