"use client";

import { useTranslations } from "next-intl";
import { toast } from "./toast";

/** Says what was done and offers Undo. A second message with the same `id` replaces the first. */
export function useUndoToast() {
  const t = useTranslations("common");
  return (text: string, id: string, undo: () => void): void =>
    toast(text, { id, action: { label: t("undo"), onClick: undo } });
}
