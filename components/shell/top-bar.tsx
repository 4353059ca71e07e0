"use client";

import type { ReactNode } from "react";
import { Breadcrumb } from "./breadcrumb";
import { Logo } from "@/components/ui/logo";
import { ProjectSwitcher } from "./project-switcher";

/** The breadcrumb at the start; saving line, palette, bell and account at the end (`children`). */
export const TopBar = ({ children }: { children: ReactNode }) => (
  <header className="@container sticky top-0 z-bar flex h-bar print:hidden items-center gap-2 border-b border-line bg-paper px-3 md:px-7">
    <div className="flex min-w-0 items-center gap-1.5 md:hidden">
      {/* Large letters on a phone: the name of the project is shortened last. */}
      <Logo className="size-7 shrink-0 @max-[20rem]:hidden" />
      <ProjectSwitcher compact />
    </div>
    <Breadcrumb />
    <div className="ms-auto flex shrink-0 items-center gap-2 md:gap-3">{children}</div>
  </header>
);
