"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type LeaveDialogProps = {
  open: boolean;
  onStay: () => void;
  onSave: () => void;
  onDiscard: () => void;
  /** Called when the dialog is closed and the focus is back. */
  onClosed: () => void;
};

/** Staying is the default: the first button has the focus. */
export function LeaveDialog({ open, onStay, onSave, onDiscard, onClosed }: LeaveDialogProps) {
  const t = useTranslations("settings.form.leave");
  return (
    <Dialog
      open={open}
      onOpenChange={(wanted) => !wanted && onStay()}
      onClosed={onClosed}
      title={t("title")}
      description={t("body")}
      actions={
        <>
          <Button onClick={onStay}>{t("stay")}</Button>
          <Button variant="danger" onClick={onDiscard}>
            {t("leave")}
          </Button>
          <Button variant="primary" onClick={onSave}>
            {t("save")}
          </Button>
        </>
      }
    />
  );
}
