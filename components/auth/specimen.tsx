import { Box, Folder, User } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { SwitchPicture } from "@/components/ui/switch";

const rows = [
  { titleKey: "insights", on: true, layer: "user", icon: User, tone: "accent" },
  { titleKey: "recentActivity", on: false, layer: "project", icon: Folder, tone: "neutral" },
  { titleKey: "performanceTargets", on: true, layer: "default", icon: Box, tone: "neutral" },
] as const;

/** A picture of the settings without function: it shows what the product looks like. The server draws it, without the code of the real components. */
export function Specimen() {
  const t = useTranslations("settings");
  return (
    <div inert aria-hidden="true">
      <Card className="divide-y divide-line">
        {rows.map(({ titleKey, on, layer, icon: Icon, tone }) => (
          <div key={titleKey} className="flex items-center justify-between gap-4 px-4 py-3">
            <div className="grid min-w-0 justify-items-start gap-1.5">
              <p className="font-medium">{t(`fields.${titleKey}.title`)}</p>
              <Badge tone={tone} icon={<Icon />}>
                {t(`layers.${layer}`)}
              </Badge>
            </div>
            <SwitchPicture checked={on} />
          </div>
        ))}
      </Card>
    </div>
  );
}
