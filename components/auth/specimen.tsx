"use client";

import { useTranslations } from "next-intl";
import { SourceChip } from "@/components/settings/source-chip";
import { Card } from "@/components/ui/card";
import { Switch } from "@/components/ui/switch";

const rows = [
  { titleKey: "insights", on: true, source: "user" },
  { titleKey: "recentActivity", on: false, source: "project" },
  { titleKey: "performanceTargets", on: true, source: "default" },
] as const;

const nothing = () => undefined;

/** A picture of the settings made of the real components, without function: it shows what the product looks like. */
export function Specimen() {
  const t = useTranslations("settings.fields");
  return (
    <div inert aria-hidden="true">
      <Card className="divide-y divide-line">
        {rows.map(({ titleKey, on, source }) => (
          <div key={titleKey} className="flex items-center justify-between gap-4 px-4 py-3">
            <div className="grid min-w-0 justify-items-start gap-1.5">
              <p className="font-medium">{t(`${titleKey}.title`)}</p>
              <SourceChip source={source} own={source === "user"} />
            </div>
            <Switch checked={on} onChange={nothing} />
          </div>
        ))}
      </Card>
    </div>
  );
}
