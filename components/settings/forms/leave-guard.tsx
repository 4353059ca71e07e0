"use client";

import { useRef } from "react";
import { fetchedEarly } from "@/components/ui/fetched-early";
import { laterPart } from "@/components/ui/later-part";
import { useLeaveGuard } from "./use-leave-guard";

const LeaveDialog = laterPart(
  fetchedEarly(() => import("./leave-dialog").then((module) => module.LeaveDialog)),
);

type LeaveGuardProps = {
  /** Whether leaving now would lose edits. */
  isNeeded: boolean;
  /** Resolves to false where the edits cannot be saved as they are: then the person stays with what is wrong. */
  onSave: () => Promise<boolean>;
  onDiscard: () => void;
};

/** Asks before a person leaves edits behind. */
export function LeaveGuard({ isNeeded, onSave, onDiscard }: LeaveGuardProps) {
  const { isAsking, stay, leave } = useLeaveGuard(isNeeded);
  const saves = useRef(false);
  function saveOnceClosed() {
    saves.current = true;
    stay();
  }
  // Only a closed dialog lets the focus go to a field that is wrong.
  async function handleClosed() {
    if (!saves.current) return;
    saves.current = false;
    if (await onSave()) leave();
  }
  const discardAndLeave = () => {
    onDiscard();
    leave();
  };
  return (
    <LeaveDialog
      open={isAsking}
      onStay={stay}
      onSave={saveOnceClosed}
      onDiscard={discardAndLeave}
      onClosed={() => void handleClosed()}
    />
  );
}
