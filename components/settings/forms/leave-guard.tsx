"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useLeaveGuard } from "./use-leave-guard";

type LeaveGuardProps = {
  /** Whether leaving now would lose edits. */
  isNeeded: boolean;
  onDiscard: () => void;
};

/** Asks before a person leaves edits behind. Staying is the default: the first button has the focus. */
export function LeaveGuard({ isNeeded, onDiscard }: LeaveGuardProps) {
  const t = useTranslations("settings.form.leave");
  const { isAsking, stay, leave } = useLeaveGuard(isNeeded);
  const discardAndLeave = () => {
    onDiscard();
    leave();
  };
  return (
    <Dialog
      open={isAsking}
      onOpenChange={(open) => !open && stay()}
      title={t("title")}
      description={t("body")}
      actions={
        <>
          <Button variant="primary" onClick={stay}>
            {t("stay")}
          </Button>
          <Button variant="danger" onClick={discardAndLeave}>
            {t("leave")}
          </Button>
        </>
      }
    />
  );
}
