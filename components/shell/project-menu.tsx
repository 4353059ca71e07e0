"use client";

import { usePathname, useRouter } from "next/navigation";
import { useLeadsAddress } from "@/components/session/use-leads-address";
import { MenuContent, MenuLabel, MenuRadioGroup, MenuRadioItem } from "@/components/ui/menu";
import type { Popup } from "@/components/ui/use-popup";
import { useCurrentProject } from "@/components/workspace/current-project";
import { useWorkspace, type WorkspaceProject } from "@/components/workspace/workspace";
import { isAddressOf, isUnder, memberPages, settingsPageList } from "@/lib/pages";
import { paths } from "@/lib/paths";

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

/** The projects by their client. `compact`: as wide as its names, not as its button. */
export function ProjectMenu({ popup, compact }: { popup: Popup; compact: boolean }) {
  const router = useRouter();
  const pathname = usePathname();
  const { projects } = useWorkspace();
  const current = useCurrentProject();
  const leads = useLeadsAddress();
  return (
    <MenuContent
      popup={popup}
      align="start"
      className={compact ? undefined : "w-(--radix-popper-anchor-width) min-w-0!"}
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
