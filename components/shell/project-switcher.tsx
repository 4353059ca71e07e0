"use client";

import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { fetchedEarly } from "@/components/ui/fetched-early";
import { usePopup } from "@/components/ui/use-popup";
import { useCurrentProject } from "@/components/workspace/current-project";
import { useWorkspace } from "@/components/workspace/workspace";

const loadMenu = fetchedEarly(() => import("./project-menu").then((module) => module.ProjectMenu));

/** `compact`: for the top bar of a phone, no frame and one line, in large letters the name alone. */
export function ProjectSwitcher({ compact = false }: { compact?: boolean }) {
  const t = useTranslations("shell");
  const { projects } = useWorkspace();
  const current = useCurrentProject();
  const { Part, popup, button } = usePopup("menu", loadMenu);
  if (projects.length === 0 && !compact) return <NoProjects />;
  if (projects.length === 0) return null;
  const name = current ? t("currentProject", { project: current.name, client: current.client_name }) : null;
  return (
    <>
      <button
        {...button}
        aria-label={[t("switchProject"), name].filter(Boolean).join(". ")}
        className={cn(
          "tap flex min-w-0 items-center gap-2 text-start transition-colors",
          compact
            ? "h-9 rounded-md px-2 hover:bg-sunken"
            : "rounded border border-line-strong bg-card py-2 ps-3 pe-2.5 hover:border-line-control",
        )}
      >
        <span className="min-w-0 grow">
          {!compact && (
            <span className="block truncate text-xs text-ink-soft">
              <bdi>{current?.client_name}</bdi>
            </span>
          )}
          <span className="block truncate font-medium">
            <bdi>{current?.name ?? t("chooseProject")}</bdi>
          </span>
        </span>
        <ChevronsUpDown
          aria-hidden="true"
          className={cn("size-4 shrink-0 text-ink-soft", compact && "@max-[20rem]:hidden")}
        />
      </button>
      {Part && <Part popup={popup} compact={compact} />}
    </>
  );
}

function NoProjects() {
  const t = useTranslations("shell");
  return (
    <p className="rounded border border-dashed border-line-strong px-3 py-2 text-sm text-ink-soft">
      {t("projectsUnavailable")}
    </p>
  );
}
