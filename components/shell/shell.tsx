import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ProjectSummary } from "@/lib/bootstrap/bootstrap";
import { BottomBar } from "./bottom-bar";
import { Rail } from "./rail";
import { TopBar } from "./top-bar";

export type ShellProjects = {
  projects: readonly ProjectSummary[];
  /** The project of the last visit; known also while the server cannot be reached. */
  rememberedId: string | null;
};

type ShellProps = ShellProjects & {
  /** How saving stands, the bell, the account menu: each is another domain's and arrives drawn. */
  status: ReactNode;
  bell: ReactNode;
  menu: ReactNode;
  banner?: ReactNode;
  children: ReactNode;
};

/** The frame of every page of a signed-in person. */
export function Shell({ projects, rememberedId, status, bell, menu, banner, children }: ShellProps) {
  const t = useTranslations("shell");
  return (
    <div className="flex min-h-dvh">
      <a
        href="#content"
        className="fixed start-3 top-3 z-toast -translate-y-20 rounded bg-accent px-4 py-2 font-medium text-accent-ink focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <Rail projects={projects} rememberedId={rememberedId} />
      <div className="flex min-w-0 grow flex-col pb-[calc(3.5rem+env(safe-area-inset-bottom))] md:pb-0">
        <TopBar projects={projects} rememberedId={rememberedId} status={status} bell={bell} menu={menu} />
        {banner && <div className="px-4 pt-4 md:px-7">{banner}</div>}
        <main id="content" tabIndex={-1} className="grow px-4 py-6 md:px-7 md:py-7">
          {children}
        </main>
      </div>
      <BottomBar projects={projects} rememberedId={rememberedId} />
    </div>
  );
}
