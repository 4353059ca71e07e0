"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useFormats } from "@/components/ui/use-formats";
import { instantOf, wallTimeOf } from "@/lib/audit/moment";
import { serverClock } from "@/lib/server-clock";
import { StepDialog } from "./step-dialog";

type MomentDialogProps = { onChoose: (moment: string) => void; onCancel: () => void };

/** Picks a moment in the person's time zone. */
export function MomentDialog({ onChoose, onCancel }: MomentDialogProps) {
  const t = useTranslations("settings.activity.choose");
  const { zone } = useFormats();
  const [openedAt] = useState(() => serverClock.now());
  const [wallTime, setWallTime] = useState(() => wallTimeOf(openedAt, zone));
  const [isWrong, setWrong] = useState(false);
  const choose = () => {
    const moment = instantOf(wallTime, zone);
    if (moment && Date.parse(moment) <= serverClock.now()) onChoose(moment);
    else setWrong(true);
  };
  return (
    <StepDialog
      title={t("title")}
      description={t("body")}
      onCancel={onCancel}
      next={
        <Button variant="primary" onClick={choose}>
          {t("next")}
        </Button>
      }
    >
      <div className="mt-4">
        <Field
          label={t("label")}
          hint={t("zone", { zone: zone.id })}
          error={isWrong ? t("wrong") : undefined}
        >
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              value={wallTime}
              max={wallTimeOf(openedAt, zone)}
              onChange={(event) => {
                setWallTime(event.target.value);
                setWrong(false);
              }}
            />
          )}
        </Field>
      </div>
    </StepDialog>
  );
}
