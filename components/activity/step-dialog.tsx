"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type StepDialogProps = {
  title: ReactNode;
  description: ReactNode;
  /** The button that goes on. */
  next: ReactNode;
  onCancel: () => void;
  children: ReactNode;
};

/** One step on the way back: open while it is there, and given up by its button, by Escape or by a press beside it. */
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
