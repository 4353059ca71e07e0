"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toastError } from "@/components/ui/toast";
import type { Result } from "@/lib/result";

export type SignOutDeps = {
  /** Sends the edits that wait on this device; returns how many still wait. */
  flush: () => Promise<{ waiting: number }>;
  /** Deletes everything this device keeps for the person. Called only after the person has decided so. */
  clearDevice: () => Promise<void>;
  /** Ends the sign-in on the server. */
  signOut: () => Promise<Result<void>>;
  /** Opens the sign-in page as a whole new document, so that nothing of this person stays in memory. */
  leavePage: () => void;
};

/** Signs out in this order: sends edits, asks if some still wait, ends the sign-in, clears the device. */
export function useSignOut({ flush, clearDevice, signOut, leavePage }: SignOutDeps) {
  const t = useTranslations("shell");
  const [waiting, setWaiting] = useState(0);
  const [pending, startTransition] = useTransition();

  const leaveNow = async () => {
    const result = await signOut().catch(() => null);
    if (!result?.ok) return toastError(t("signOutFailed"));
    await clearDevice();
    leavePage();
  };
  const start = () =>
    startTransition(async () => {
      const left = await flush();
      if (left.waiting > 0) setWaiting(left.waiting);
      else await leaveNow();
    });
  const leave = () =>
    startTransition(async () => {
      await leaveNow();
      setWaiting(0);
    });
  return { start, leave, stay: () => setWaiting(0), waiting, pending };
}
