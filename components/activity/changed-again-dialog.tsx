"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { WantedValue } from "@/lib/settings/client/restore";
import { StepDialog } from "./step-dialog";
import { useOwnValues } from "./use-own-values";
import { WantedList } from "./wanted-list";

type ChangedAgainDialogProps = {
  wanted: readonly WantedValue[];
  onApply: (wanted: readonly WantedValue[]) => void;
  onCancel: () => void;
};

/** Asks before an undo that would also undo later changes of the same settings. */
export function ChangedAgainDialog({ wanted, onApply, onCancel }: ChangedAgainDialogProps) {
  const t = useTranslations("settings.activity.changedAgain");
  return (
    <StepDialog
      title={t("title")}
      description={t("body")}
      onCancel={onCancel}
      next={
        <Button variant="primary" onClick={() => onApply(wanted)}>
          {t("apply")}
        </Button>
      }
    >
      <WantedList wanted={wanted} now={useOwnValues(wanted)} />
    </StepDialog>
  );
}
