"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type SignOutDialogProps = { waiting: number; pending: boolean; onLeave: () => void; onStay: () => void };

/** Shown only where signing out would lose edits. Staying is the default: the first button has the focus. */
export function SignOutDialog({ waiting, pending, onLeave, onStay }: SignOutDialogProps) {
  const t = useTranslations("shell.signOutDialog");
  return (
    <Dialog
      open={waiting > 0}
      onOpenChange={(open) => !open && onStay()}
      title={t("title")}
      description={t("body", { count: waiting })}
      actions={
        <>
          <Button variant="primary" onClick={onStay}>
            {t("stay")}
          </Button>
          <Button variant="danger" pending={pending} onClick={onLeave}>
            {t("leave")}
          </Button>
        </>
      }
    />
  );
}
