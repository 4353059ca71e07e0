"use client";

import { useTranslations } from "next-intl";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import type { DashboardPatch, DashboardSettings } from "@/lib/settings/dashboard";
import { noView, viewSlots, type ViewSlot } from "@/lib/settings/dashboard-views";
import { readView, writeView } from "@/lib/settings/view-cards";

/**
 * Arrangements under names. Each act is stored at once, told, and undone in one press. Which one is open is seen by the
 * screen itself: a view that was arranged anew is none until it is saved again.
 */
export function useViews(settings: DashboardSettings, editPatch: (patch: DashboardPatch) => () => void) {
  const t = useTranslations("dashboard.views");
  const tell = useUndoToast();
  const { savedViews } = settings.dashboard_preferences;
  const now = writeView("", settings).cards;
  const free = viewSlots.find((slot) => savedViews[slot].name === "");
  function store(
    act: "saved" | "renamed" | "removed",
    slot: ViewSlot,
    view: DashboardSettings["dashboard_preferences"]["savedViews"][ViewSlot],
  ) {
    const name = view.name || savedViews[slot].name;
    const undo = editPatch({ dashboard_preferences: { savedViews: { [slot]: { ...view } } } });
    tell(t(act, { name }), `view ${slot}`, undo);
  }
  return {
    all: viewSlots
      .filter((slot) => savedViews[slot].name !== "")
      .map((slot) => ({ slot, name: savedViews[slot].name, isOpen: savedViews[slot].cards === now })),
    isFull: free === undefined,
    save(name: string) {
      if (free) store("saved", free, writeView(name, settings));
    },
    open(slot: ViewSlot) {
      const view = savedViews[slot];
      tell(t("opened", { name: view.name }), "layout", editPatch(readView(view)));
    },
    rename: (slot: ViewSlot, name: string) => store("renamed", slot, { ...savedViews[slot], name }),
    remove: (slot: ViewSlot) => store("removed", slot, noView),
  };
}

export type Views = ReturnType<typeof useViews>;
