"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toastError } from "@/components/ui/toast";
import type { Result } from "@/lib/result";

export type SignOutDeps = {
  /** Sends what waits on this device; answers how many edits still wait. */
  flush: () => Promise<{ waiting: number }>;
  /** Forgets everything this device keeps for the person. Only ever after their own decision. */
  clearDevice: () => Promise<void>;
  /** Ends the session on the server. */
  signOut: () => Promise<Result<void>>;
  /** Opens the sign-in page as a whole new document, so that nothing of this person stays in memory. */
  leavePage: () => void;
};

/** Sign-out as DESIGN wants it: flush first, ask if edits still wait, end the session, clear the device. */
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
