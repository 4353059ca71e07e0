"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useFormats } from "@/components/ui/use-formats";
import { instantOf, wallTimeOf } from "@/lib/audit/moment";
import { StepDialog } from "./step-dialog";

type MomentDialogProps = { onChoose: (moment: string) => void; onCancel: () => void };

/** Picks a moment in the person's time zone. */
export function MomentDialog({ onChoose, onCancel }: MomentDialogProps) {
  const t = useTranslations("settings.activity.choose");
  const { timeZone } = useFormats();
  const [openedAt] = useState(() => Date.now());
  const [wallTime, setWallTime] = useState(() => wallTimeOf(openedAt, timeZone));
  const [isWrong, setWrong] = useState(false);
  const choose = () => {
    const moment = instantOf(wallTime, timeZone);
    if (moment && Date.parse(moment) <= Date.now()) onChoose(moment);
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
          hint={t("zone", { zone: timeZone })}
          error={isWrong ? t("wrong") : undefined}
        >
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              value={wallTime}
              max={wallTimeOf(openedAt, timeZone)}
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
