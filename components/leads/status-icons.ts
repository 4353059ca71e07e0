import { CircleDot, CircleSlash, Star, Trophy, type LucideIcon } from "lucide-react";
import type { Status } from "@/lib/vocabulary/statuses";

export const statusIcons: Record<Status, LucideIcon> = {
  open: CircleDot,
  qualified: Star,
  won: Trophy,
  lost: CircleSlash,
};
