import { CalendarClock, Hash, Mail, MessageCircle, Plug, Webhook, type LucideIcon } from "lucide-react";
import { channelIcons } from "@/components/vocabulary/channel-icons";
import type { ProviderIcon } from "@/lib/integrations/contract/declaration";

export const providerIcons: Record<ProviderIcon, LucideIcon> = {
  calendar: CalendarClock,
  chat: MessageCircle,
  mail: Mail,
  push: channelIcons.push,
  sms: channelIcons.sms,
  hash: Hash,
  webhook: Webhook,
  plug: Plug,
};
