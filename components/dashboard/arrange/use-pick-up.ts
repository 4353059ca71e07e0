"use client";

import { useTranslations } from "next-intl";
import { useState, type KeyboardEvent } from "react";
import type { Widget } from "@/lib/settings/widgets";
import { moved, rowsOf, type Place } from "./arrangement";
import type { Arrange } from "./use-arrange";

type Held = { widget: Widget; places: readonly Place[] };

/**
 * Moves a card by keys: picked up, carried by the arrows, dropped or put back. Each step is shown and said; only the drop
 * is stored. `said`: for a live region.
 */
export function usePickUp({ shown, columns, move }: Pick<Arrange, "shown" | "columns" | "move">) {
  const t = useTranslations("dashboard.arrange");
  const titles = useTranslations("settings.fields");
  const [held, setHeld] = useState<Held | null>(null);
  const [said, say] = useState("");

  const words = (widget: Widget, places: readonly Place[]) => ({
    widget: titles(`${widget}.title`),
    place: places.findIndex((place) => place.widget === widget) + 1,
    count: places.length,
  });
  function pickUp(widget: Widget) {
    setHeld({ widget, places: shown });
    say(t("pickedUp", words(widget, shown)));
  }
  function drop({ widget, places }: Held) {
    const at = places.findIndex((place) => place.widget === widget);
    setHeld(null);
    say(t("dropped", words(widget, places)));
    if (places[at]?.widget !== shown[at]?.widget) move(widget, places[at + 1]?.widget ?? null);
  }
  function putBack(one: Held) {
    setHeld(null);
    say(t("putBack", words(one.widget, shown)));
  }
  function carry(one: Held, key: string) {
    const before = stepped(one, key, columns);
    if (before === undefined) return;
    const places = moved(one.places, one.widget, before);
    setHeld({ ...one, places });
    say(t("carried", words(one.widget, places)));
  }
  return {
    held,
    said,
    pickUp,
    /** For the handle of a card. */
    handle: (widget: Widget) => ({
      "aria-pressed": held?.widget === widget,
      onClick: () => (held?.widget === widget ? drop(held) : pickUp(widget)),
      onKeyDown(event: KeyboardEvent) {
        if (held?.widget !== widget) return;
        if (event.key === "Escape") putBack(held);
        else if (event.key.startsWith("Arrow")) carry(held, event.key);
        else return;
        event.preventDefault();
        event.stopPropagation();
      },
      onBlur: () => held?.widget === widget && putBack(held),
    }),
  };
}

/** What the card goes before after an arrow: its neighbour, or the card above or below. Undefined: it stays. */
function stepped({ widget, places }: Held, key: string, columns: number): Widget | null | undefined {
  const isRightToLeft = document.documentElement.dir === "rtl";
  const at = places.findIndex((place) => place.widget === widget);
  const back = isRightToLeft ? "ArrowRight" : "ArrowLeft";
  if (key === "ArrowUp" || key === "ArrowDown")
    return acrossRows(widget, places, columns, key === "ArrowUp" ? -1 : 1);
  if (key === back) return places[at - 1]?.widget;
  return at === places.length - 1 ? undefined : (places[at + 2]?.widget ?? null);
}

/** Into the row above or below, at the same place in it. */
function acrossRows(widget: Widget, places: readonly Place[], columns: number, step: number) {
  const rows = rowsOf(places, columns);
  const line = rows.findIndex((row) => row.some((place) => place.widget === widget));
  const there = rows[line + step];
  if (!there) return undefined;
  const at = rows[line]?.findIndex((place) => place.widget === widget) ?? 0;
  const beside = there[Math.min(at, there.length - 1)]?.widget;
  if (step < 0) return beside;
  const next = places.findIndex((place) => place.widget === beside) + 1;
  return places[next]?.widget ?? null;
}
