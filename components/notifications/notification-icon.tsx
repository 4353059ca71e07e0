import { Bell } from "lucide-react";
import { heatIcons } from "@/components/vocabulary/heat-mark";
import { cn } from "@/components/ui/cn";
import { tell } from "@/lib/notifications/kinds";
import type { Notification } from "@/lib/notifications/notification";

const heatLooks = {
  cold: "bg-heat-cold-soft text-heat-cold",
  warm: "bg-heat-warm-soft text-heat-warm",
  hot: "bg-heat-hot-soft text-heat-hot",
  burning: "bg-heat-burning-soft text-heat-burning",
};

/** The icon of a notification. The title says the same in words. */
export function NotificationIcon({ row }: { row: Notification }) {
  const look = tell(row)?.look ?? { icon: "bell" };
  const Icon = "heat" in look ? heatIcons[look.heat] : Bell;
  return (
    <span
      aria-hidden="true"
      className={cn(
        "flex size-9 shrink-0 items-center justify-center rounded-md [&_svg]:size-4.5",
        "heat" in look ? heatLooks[look.heat] : "bg-sunken text-ink-soft",
      )}
    >
      <Icon />
    </span>
  );
}
