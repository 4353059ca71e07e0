"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type StepDialogProps = {
  title: ReactNode;
  description: ReactNode;
  /** The button that continues. */
  next: ReactNode;
  onCancel: () => void;
  children: ReactNode;
};

/** A dialog of one step of an undo: its button, Escape or a press beside it cancels. */
export function StepDialog({ title, description, next, onCancel, children }: StepDialogProps) {
  const t = useTranslations("common");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onCancel()}
      title={title}
      description={description}
      actions={
        <>
          <Button onClick={onCancel}>{t("cancel")}</Button>
          {next}
        </>
      }
    >
      {children}
    </Dialog>
  );
}
