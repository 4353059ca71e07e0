"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { toast, Toaster as Sonner } from "sonner";
import { giveVoice } from "./toast";

/** Where a `toast()` appears. Above a save bar, and on a phone above the bottom bar. */
export function Toaster({ direction }: { direction: "ltr" | "rtl" }) {
  const t = useTranslations("common");
  // After the effect by which sonner begins to listen.
  useEffect(() => giveVoice(toast), []);
  return (
    <Sonner
      dir={direction}
      position={direction === "rtl" ? "bottom-left" : "bottom-right"}
      containerAriaLabel={t("toasts")}
      offset={{ bottom: "calc(1.5rem + var(--bottom-bar) + var(--save-bar))" }}
      mobileOffset={{ bottom: "calc(1rem + var(--bottom-bar) + var(--save-bar))" }}
      gap={8}
      // Each message stands by itself: in a stack the newest would lie over the Undo of the one before.
      expand
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded border border-line-strong bg-raised py-2.5 ps-4 pe-2.5 font-sans text-base text-ink shadow-pop",
          content: "min-w-0 grow",
          // "Language is now …" is said in the language that was left: each text has its own direction.
          title: "font-medium [unicode-bidi:plaintext]",
          description: "text-ink-soft",
          actionButton:
            "tap ms-auto h-8 shrink-0 rounded-md border border-line-strong px-3 font-medium text-accent hover:bg-accent-soft",
        },
      }}
    />
  );
}
