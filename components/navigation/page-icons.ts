import {
  Bell,
  Flame,
  History,
  LayoutDashboard,
  LayoutGrid,
  Plug,
  Send,
  Settings,
  SlidersHorizontal,
  UserRound,
  type LucideIcon,
} from "lucide-react";
import type { PageIcon } from "@/lib/pages";

const icons: Record<PageIcon, LucideIcon> = {
  dashboard: LayoutDashboard,
  leads: Flame,
  settings: Settings,
  widgets: LayoutGrid,
  bell: Bell,
  sliders: SlidersHorizontal,
  plug: Plug,
  history: History,
  account: UserRound,
  destinations: Send,
};

/** The icon of an area or a page; a settings page without one of its own has that of the settings. */
export const pageIcon = ({ icon = "settings" }: { icon?: PageIcon }): LucideIcon => icons[icon];
