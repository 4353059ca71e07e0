"use client";

import type { ReactNode } from "react";
import { Breadcrumb } from "./breadcrumb";
import { useCurrentProject } from "./current-project";
import { Logo } from "./logo";
import { ProjectSwitcher } from "./project-switcher";
import type { ShellProjects } from "./shell";

type TopBarProps = ShellProjects & { status: ReactNode; bell: ReactNode; menu: ReactNode };

/** Where one is at the start; how saving stands, what happened and who one is at the end. */
export function TopBar({ projects, rememberedId, status, bell, menu }: TopBarProps) {
  const project = useCurrentProject(projects, rememberedId);
  return (
    <header className="sticky top-0 z-bar flex h-bar items-center gap-2 border-b border-line bg-paper px-3 md:px-7">
      <div className="flex min-w-0 items-center gap-1.5 md:hidden">
        <Logo className="size-7 shrink-0" />
        <ProjectSwitcher projects={projects} current={project} compact />
      </div>
      <Breadcrumb projects={projects} rememberedId={rememberedId} />
      <div className="ms-auto flex shrink-0 items-center gap-2 md:gap-3">
        {status}
        {bell}
        {menu}
      </div>
    </header>
  );
}
