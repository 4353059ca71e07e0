"use client";

import { MoreHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, type CSSProperties, type ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { fetchedEarly } from "@/components/ui/fetched-early";
import { usePopup } from "@/components/ui/use-popup";
import type { Widget } from "@/lib/settings/widgets";
import type { WidgetMenuProps } from "./widget-menu";

const loadMenu = fetchedEarly(() => import("./widget-menu").then((module) => module.WidgetMenu));

type WidgetCardProps = WidgetMenuProps & {
  widget: Widget;
  note?: ReactNode;
  /** Columns of the medium and of the wide grid; a phone has one. */
  spans: { md: number; lg: number };
  children: ReactNode;
};

/** The frame of a widget: title, menu and content. */
export function WidgetCard(props: WidgetCardProps) {
  const { widget, note, spans, children, ...menu } = props;
  const t = useTranslations("dashboard.card");
  const titles = useTranslations("settings.fields");
  const title = titles(`${widget}.title`);
  const id = useId();
  const { Part, popup, button } = usePopup("menu", loadMenu);
  // React's types know no custom properties in a style object that is not widened to them.
  const columns: CSSProperties & Record<`--${string}`, number> = { "--md": spans.md, "--lg": spans.lg };
  return (
    <Card
      aria-labelledby={id}
      data-widget={widget}
      style={columns}
      className="flex min-w-0 flex-col lg:col-[span_var(--md)] xl:col-[span_var(--lg)]"
    >
      <header className="flex items-center gap-2 ps-(--card-pad) pe-2 pt-[calc(var(--card-pad)*0.6)] pb-2">
        <h2 id={id} className="min-w-0 truncate font-medium text-ink-soft">
          {title}
        </h2>
        {note && <span className="min-w-0 truncate text-sm text-ink-faint">{note}</span>}
        <IconButton {...button} label={t("menu", { widget: title })} className="ms-auto size-8">
          <MoreHorizontal aria-hidden="true" />
        </IconButton>
        {Part && <Part popup={popup} {...menu} />}
      </header>
      <div className="min-w-0 grow px-(--card-pad) pt-1 pb-(--card-pad)">{children}</div>
    </Card>
  );
}
