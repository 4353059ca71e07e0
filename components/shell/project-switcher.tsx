"use client";

import { ChevronsUpDown } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import {
  Menu,
  MenuContent,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuTrigger,
} from "@/components/ui/menu";
import { paths } from "@/lib/paths";
import { useCurrentProject } from "@/components/workspace/current-project";
import { isAddressOf, isUnder, memberPages, settingsPageList } from "@/lib/pages";
import { useWorkspace, type WorkspaceProject } from "@/components/workspace/workspace";
import { useLeadsAddress } from "@/components/session/use-leads-address";

function byClient(projects: readonly WorkspaceProject[]): WorkspaceProject[][] {
  const clients = new Map<string, WorkspaceProject[]>();
  for (const project of projects)
    clients.set(project.client_id, [...(clients.get(project.client_id) ?? []), project]);
  return [...clients.values()];
}

/**
 * The address of the open page for another project, or of that project's dashboard where the page shows one project
 * only.
 */
function addressIn(pathname: string, projectId: string, leads: ReturnType<typeof useLeadsAddress>) {
  const settings = settingsPageList.find(({ address }) => isUnder(pathname, address));
  if (settings?.takesProject) return paths.settings.page(settings.address, projectId);
  return isAddressOf(memberPages.leads, pathname) ? leads(projectId) : paths.dashboard(projectId);
}

/** `compact`: for the top bar of a phone, no frame and one line. */
export function ProjectSwitcher({ compact = false }: { compact?: boolean }) {
  const t = useTranslations("shell");
  const router = useRouter();
  const pathname = usePathname();
  const { projects } = useWorkspace();
  const current = useCurrentProject();
  const leads = useLeadsAddress();
  if (projects.length === 0 && !compact) return <NoProjects />;
  if (projects.length === 0) return null;
  const name = current ? t("currentProject", { project: current.name, client: current.client_name }) : null;
  return (
    <Menu>
      <MenuTrigger
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
        <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-ink-soft" />
      </MenuTrigger>
      <MenuContent
        align="start"
        className={compact ? undefined : "w-(--radix-dropdown-menu-trigger-width) min-w-0!"}
      >
        <MenuRadioGroup
          value={current?.id ?? ""}
          onValueChange={(projectId) => router.push(addressIn(pathname, projectId, leads))}
        >
          {byClient(projects).map((group) => (
            <ClientProjects key={group[0]?.client_id} projects={group} />
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}

const ClientProjects = ({ projects }: { projects: WorkspaceProject[] }) => (
  <>
    <MenuLabel>
      <bdi>{projects[0]?.client_name}</bdi>
    </MenuLabel>
    {projects.map(({ id, name }) => (
      <MenuRadioItem key={id} value={id}>
        <span className="truncate">
          <bdi>{name}</bdi>
        </span>
      </MenuRadioItem>
    ))}
  </>
);

function NoProjects() {
  const t = useTranslations("shell");
  return (
    <p className="rounded border border-dashed border-line-strong px-3 py-2 text-sm text-ink-soft">
      {t("projectsUnavailable")}
    </p>
  );
}
