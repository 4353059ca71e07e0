import {
  BellRing,
  Blocks,
  Mail,
  MessageCircle,
  MessageSquareText,
  Smartphone,
  type LucideIcon,
} from "lucide-react";
import type { Channel } from "@/lib/vocabulary/channels";

export const channelIcons: Record<Channel, LucideIcon> = {
  inApp: BellRing,
  email: Mail,
  push: Smartphone,
  sms: MessageSquareText,
  whatsapp: MessageCircle,
  apps: Blocks,
};
