"use client";

import { GripVertical, MoreHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, type ComponentProps, type CSSProperties, type ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { fetchedEarly } from "@/components/ui/fetched-early";
import { usePopup } from "@/components/ui/use-popup";
import type { Widget } from "@/lib/settings/widgets";
import { dropMark } from "./arrange/drop-mark";
import type { Placement } from "./arrange/placement";
import type { WidgetMenuProps } from "./widget-menu";

const loadMenu = fetchedEarly(() => import("./widget-menu").then((module) => module.WidgetMenu));

/**
 * A card is as tall as its row, where what it shows takes that height: a chart any, words and figures half as much again
 * as they need. A browser without `calc-size` makes it as tall as the row.
 */
const stretch = "lg:max-h-[calc-size(max-content,size*1.5)] has-data-[grows]:max-h-none";

type WidgetCardProps = {
  widget: Widget;
  note?: ReactNode;
  placement: Placement;
  collapsed: boolean;
  /** It is being moved by keys. */
  isHeld: boolean;
  moveHandle: ComponentProps<"button">;
  /** Null where all cards are alike. */
  resizeHandle: ComponentProps<"div"> | null;
  menu: WidgetMenuProps;
  children: ReactNode;
};

/** The frame of a widget: handle, title, menu and content. */
export function WidgetCard(props: WidgetCardProps) {
  const { widget, note, placement, collapsed, isHeld, moveHandle, resizeHandle, menu, children } = props;
  const t = useTranslations("dashboard");
  const titles = useTranslations("settings.fields");
  const title = titles(`${widget}.title`);
  const id = useId();
  const { Part, popup, button } = usePopup("menu", loadMenu);
  return (
    <Card
      aria-labelledby={id}
      data-widget={widget}
      style={styleOf(placement)}
      className={cn(
        "group relative order-(--order-sm) flex break-inside-avoid min-w-0 flex-col lg:order-(--order-md) lg:col-[span_var(--md)] xl:order-(--order-lg) xl:col-[span_var(--lg)] print:order-(--order-md) print:col-[span_var(--md)]",
        "data-carried:pointer-events-none data-carried:z-10 data-carried:opacity-90 data-carried:shadow-pop",
        dropMark,
        stretch,
        isHeld && "outline-2 outline-offset-2 outline-accent",
        collapsed && "self-start",
      )}
    >
      <header className="flex items-center gap-1 ps-(--card-pad) pe-2 pt-[calc(var(--card-pad)*0.6)] pb-2">
        <button
          type="button"
          data-move=""
          aria-label={t("arrange.move", { widget: title })}
          aria-describedby={`${id}-keys`}
          title={t("arrange.move", { widget: title })}
          {...moveHandle}
          className="-my-1 -ms-4 -me-1 flex h-8 w-4 shrink-0 cursor-grab touch-none items-center justify-center rounded text-ink-faint opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 hover:text-ink focus-visible:opacity-100 focus-visible:-outline-offset-2 aria-pressed:opacity-100 pointer-coarse:opacity-100 print:hidden [&_svg]:size-4"
        >
          <GripVertical aria-hidden="true" />
        </button>
        <span id={`${id}-keys`} hidden>
          {t("arrange.keys")}
        </span>
        <h2 id={id} className="min-w-0 truncate font-medium text-ink-soft">
          {title}
        </h2>
        {note && <span className="ms-1 min-w-0 truncate text-sm text-ink-faint">{note}</span>}
        <IconButton
          {...button}
          label={t("card.menu", { widget: title })}
          className="ms-auto size-8 print:hidden"
        >
          <MoreHorizontal aria-hidden="true" />
        </IconButton>
        {Part && <Part popup={popup} {...menu} />}
      </header>
      {!collapsed && (
        <div className="flex min-w-0 grow flex-col px-(--card-pad) pt-1 pb-(--card-pad)">{children}</div>
      )}
      {resizeHandle && (
        <div
          {...resizeHandle}
          data-resize=""
          className="absolute inset-y-3 -end-1 w-2 cursor-ew-resize touch-none rounded-full transition-colors hover:bg-accent/40 active:bg-accent"
        />
      )}
    </Card>
  );
}

/** React's types know no custom properties in a style object that is not widened to them. */
const styleOf = ({ lg, md, sm }: Placement): CSSProperties & Record<`--${string}`, number> => ({
  "--lg": lg.span,
  "--md": md.span,
  "--order-lg": lg.order,
  "--order-md": md.order,
  "--order-sm": sm.order,
});
