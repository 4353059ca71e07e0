"use client";

import { Hourglass, Plug, PlugZap, TriangleAlert, Unplug, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { ConnectionState } from "@/lib/integrations/contract/connection";

const looks: Record<ConnectionState, { tone: BadgeTone; icon: LucideIcon }> = {
  connected: { tone: "positive", icon: Plug },
  expiring: { tone: "caution", icon: Hourglass },
  degraded: { tone: "caution", icon: TriangleAlert },
  needs_reconnect: { tone: "danger", icon: PlugZap },
  disconnected: { tone: "neutral", icon: Unplug },
};

export function ConnectionBadge({ state }: { state: ConnectionState }) {
  const t = useTranslations("settings.integrations.states");
  const { tone, icon: Icon } = looks[state];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {t(state)}
    </Badge>
  );
}
