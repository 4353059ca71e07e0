"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import type { TakeBack } from "@/lib/notifications/bell/all-read";

/** Offers to take an "all read" back, and offers it again where that failed. */
export function useOfferTakeBack(): (takeBack: TakeBack) => void {
  const t = useTranslations("notifications");
  const announce = useUndoToast();
  return useCallback(
    function offer(takeBack: TakeBack) {
      announce(t("allRead"), "all-read", () => void takeBack().then(({ ok }) => ok || offer(takeBack)));
    },
    [announce, t],
  );
}
