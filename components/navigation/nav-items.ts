import { Flame, LayoutDashboard, Settings, type LucideIcon } from "lucide-react";
import { paths } from "@/lib/paths";

export type NavItem = {
  key: "dashboard" | "leads" | "settings";
  icon: LucideIcon;
  /** Where it leads for a person in this project, who left its leads at `leads`. */
  href: (
    projectId: string,
    leads: (projectId: string) => ReturnType<typeof paths.leads>,
  ) => ReturnType<typeof paths.dashboard | typeof paths.leads | typeof paths.settings.dashboard>;
  needsProject: boolean;
  /** The addresses below it, for the mark of the present page. */
  root: string;
};

export const navItems: readonly NavItem[] = [
  {
    key: "dashboard",
    icon: LayoutDashboard,
    href: paths.dashboard,
    needsProject: true,
    root: "/dashboard",
  },
  {
    key: "leads",
    icon: Flame,
    href: (projectId, leads) => leads(projectId),
    needsProject: true,
    root: "/leads",
  },
  {
    key: "settings",
    icon: Settings,
    href: () => paths.settings.dashboard(),
    needsProject: false,
    root: "/settings",
  },
];

export const isUnder = (pathname: string, root: string) =>
  pathname === root || pathname.startsWith(`${root}/`);
