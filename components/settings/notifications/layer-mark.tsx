"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { layerIcons } from "@/components/settings/layer-chip";
import { cn } from "@/components/ui/cn";
import type { LayerName } from "@/lib/settings/resolve";

type LayerMarkProps = {
  /** The id of the element that names the layer, for the control's `aria-describedby`. */
  id: string;
  title: string;
  layer: LayerName;
  /** The layer in words. They come from outside: each of the forty marks of a page would have to look them up. */
  from: string;
  /** What comes back, in words, where the value is the person's own. */
  back: string;
  onReset: () => void;
  className?: string;
};

/**
 * A small layer chip: an icon, words in its tooltip, and the reset button. A default has no mark, so that marks show
 * what somebody decided.
 */
export function LayerMark({ id, title, layer, from, back, onReset, className }: LayerMarkProps) {
  const Icon = layerIcons[layer];
  return (
    <span className={cn("inline-flex size-6 items-center justify-center", className)}>
      <span id={id} className="sr-only">
        {from}
      </span>
      {layer === "user" ? (
        <ResetButton title={title} back={back} onReset={onReset} />
      ) : (
        layer !== "default" && <Icon aria-hidden="true" className="size-3.5 text-ink-soft" />
      )}
    </span>
  );
}

/** The mark of the person's own value, which becomes the way back from it. */
function ResetButton({ title, back, onReset }: Pick<LayerMarkProps, "title" | "back" | "onReset">) {
  const t = useTranslations("settings");
  const Icon = layerIcons.user;
  return (
    <button
      type="button"
      aria-label={t("backTo", { title, back })}
      title={t("notifications.matrix.resetHint", { back })}
      onClick={onReset}
      className="tap group inline-flex size-6 items-center justify-center rounded-full text-accent transition-colors hover:bg-accent-soft"
    >
      <Icon aria-hidden="true" className="size-3.5 group-hover:hidden group-focus-visible:hidden" />
      <Undo2 aria-hidden="true" className="hidden size-3.5 group-hover:block group-focus-visible:block" />
    </button>
  );
}
