"use client";

import { fetchedEarly } from "@/components/ui/fetched-early";
import { laterPart } from "@/components/ui/later-part";
import { useLeaveGuard } from "./use-leave-guard";

const LeaveDialog = laterPart(
  fetchedEarly(() => import("./leave-dialog").then((module) => module.LeaveDialog)),
);

type LeaveGuardProps = {
  /** Whether leaving now would lose edits. */
  isNeeded: boolean;
  onDiscard: () => void;
};

/** Asks before a person leaves edits behind. */
export function LeaveGuard({ isNeeded, onDiscard }: LeaveGuardProps) {
  const { isAsking, stay, leave } = useLeaveGuard(isNeeded);
  const discardAndLeave = () => {
    onDiscard();
    leave();
  };
  return <LeaveDialog open={isAsking} onStay={stay} onLeave={discardAndLeave} />;
}
