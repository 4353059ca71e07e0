"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TeamTimes } from "./team-times";

type TeamTimesDialogProps = { leadId: string; open: boolean; onOpenChange: (open: boolean) => void };

export function TeamTimesDialog({ leadId, open, onOpenChange }: TeamTimesDialogProps) {
  const t = useTranslations("leads.talk.times");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title")}
      description={t("text")}
      actions={
        <Button variant="primary" onClick={() => onOpenChange(false)}>
          {t("close")}
        </Button>
      }
    >
      <TeamTimes leadId={leadId} />
    </Dialog>
  );
}
