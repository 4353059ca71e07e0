"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Kbd } from "@/components/ui/kbd";
import { useOpenDialog } from "./palette-context";

const never = () => () => undefined;
const isMac = () => /mac|iphone|ipad/i.test(navigator.userAgent);

/**
 * The name of the modifier key on this keyboard. The server does not know the keyboard and says Ctrl, which also works
 * on a Mac.
 */
export function useCommandKey(): string {
  const t = useTranslations("palette.keys");
  return t(useSyncExternalStore(never, isMac, () => false) ? "command" : "control");
}

/** Opens the palette by a press, and shows its shortcut. */
export function PaletteButton() {
  const t = useTranslations("palette");
  const open = useOpenDialog();
  const command = useCommandKey();
  return (
    <button
      type="button"
      aria-label={t("open")}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      title={t("open")}
      onClick={() => open("palette")}
      className="tap inline-flex h-9 shrink-0 items-center gap-2 rounded border border-line bg-card px-2.5 text-ink-soft transition-colors hover:bg-sunken hover:text-ink [&_svg]:size-4"
    >
      <Search aria-hidden="true" />
      <span aria-hidden="true" dir="ltr" className="hidden gap-1 lg:flex">
        <Kbd>{command}</Kbd>
        <Kbd>{t("keys.k")}</Kbd>
      </span>
    </button>
  );
}
