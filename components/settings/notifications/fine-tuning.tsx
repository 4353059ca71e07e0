"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { categories, type Category } from "@/lib/vocabulary/categories";
import { ChannelChoice } from "./channel-choice";
import type { FineTuningProps } from "./channel-edits";
import { pathOf, useMatrix } from "./matrix-model";
import { NextMessage } from "./next-message";
import { OwnQuietHours } from "./own-quiet-hours";

/** How often a channel tells each category, and its own quiet hours. */
export function FineTuning(props: FineTuningProps) {
  const id = useId();
  const t = useTranslations("settings.notifications.channels");
  return (
    <div className="grid gap-5 rounded-md border border-line bg-paper p-4">
      <div role="group" aria-labelledby={id}>
        <h4 id={id} className="font-medium">
          {t("byCategory")}
        </h4>
        <p className="text-sm text-ink-soft">{t("byCategoryHelp")}</p>
        <div className="mt-2 grid gap-x-5 gap-y-3 @min-[30rem]:grid-cols-2">
          {categories.map((category) => (
            <CategoryFrequency key={category} category={category} {...props} />
          ))}
        </div>
      </div>
      <div className="border-t border-line pt-4">
        <OwnQuietHours {...props} />
      </div>
    </div>
  );
}

/** How often one category is told, and when next; whether it is switched off is said, because it has no effect then. */
function CategoryFrequency({ category, channel, ...edits }: FineTuningProps & { category: Category }) {
  const t = useTranslations("settings.notifications.channels");
  const { categoryName } = useMatrix();
  const { settings, valueAt, provenance, onChange, onReset } = edits;
  const field = `categoryFrequency.${category}`;
  const path = pathOf(channel, field);
  const value = String(valueAt(path));
  const isOn = valueAt(pathOf(channel, category)) === true;
  return (
    <div className="grid content-start gap-1">
      <ChannelChoice
        channel={channel}
        field={field}
        label={categoryName(category)}
        value={value}
        layer={provenance[path] ?? "default"}
        onChange={onChange}
        onReset={onReset}
      />
      {!isOn && <p className="text-sm text-ink-soft">{t("isOff")}</p>}
      {isOn && value !== "channel" && value !== "immediate" && (
        <NextMessage settings={settings} channel={channel} category={category} />
      )}
    </div>
  );
}
