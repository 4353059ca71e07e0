"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type LeaveDialogProps = { open: boolean; onStay: () => void; onLeave: () => void };

/** Staying is the default: the first button has the focus. */
export function LeaveDialog({ open, onStay, onLeave }: LeaveDialogProps) {
  const t = useTranslations("settings.form.leave");
  return (
    <Dialog
      open={open}
      onOpenChange={(wanted) => !wanted && onStay()}
      title={t("title")}
      description={t("body")}
      actions={
        <>
          <Button variant="primary" onClick={onStay}>
            {t("stay")}
          </Button>
          <Button variant="danger" onClick={onLeave}>
            {t("leave")}
          </Button>
        </>
      }
    />
  );
}
