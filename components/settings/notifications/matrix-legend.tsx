"use client";

import { CircleSlash2, User } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { categories } from "@/lib/vocabulary/categories";
import { channels } from "@/lib/vocabulary/channels";
import type { Provenance } from "@/lib/settings/resolve";
import { isReached, type Destinations } from "./destinations";
import { pathOf, useMatrix } from "./matrix-model";

type MatrixLegendProps = { provenance: Provenance; destinations: Destinations };

/** What the marks of the matrix mean, where there are any. */
export function MatrixLegend({ provenance, destinations }: MatrixLegendProps) {
  const t = useTranslations("settings.notifications.matrix");
  const format = useFormatter();
  const { channelName } = useMatrix();
  const unreached = channels.filter((channel) => !isReached(destinations[channel])).map(channelName);
  const hasOwn = channels.some((channel) =>
    categories.some((category) => provenance[pathOf(channel, category)] === "user"),
  );
  return (
    <div className="grid gap-1.5 border-t border-line px-5 py-3.5 text-sm text-ink-soft">
      {unreached.length > 0 && (
        <p className="flex gap-2">
          <CircleSlash2 aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-caution" />
          {t("unreached", { channels: format.list(unreached), count: unreached.length })}
        </p>
      )}
      <p className="flex gap-2">
        <User aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-accent" />
        {t(hasOwn ? "legend" : "legendNone")}
      </p>
    </div>
  );
}
