"use client";

import { useTranslations } from "next-intl";
import { useWorkspace } from "@/components/workspace/workspace";
import { useConnectionsPage } from "../connections/connections-context";
import { ConnectForProject } from "./connect-for-project";
import { ProjectAppPart } from "./project-app-part";

type ProjectAppsProps = {
  provider: string;
  /** Whether its admins connect it here, by an address. */
  byAddress: boolean;
};

/** What of a provider is connected for everybody in one of the person's projects, and the way there for its admins. */
export function ProjectApps({ provider, byAddress }: ProjectAppsProps) {
  const t = useTranslations("settings.integrations.project");
  const { projectApps, ways } = useConnectionsPage();
  const { projects } = useWorkspace();
  if (projectApps === null) return <p className="px-5 py-4 text-sm text-ink-soft">{t("unread")}</p>;
  const apps = projectApps.apps.filter((each) => each.provider === provider);
  const open = projects.filter(
    ({ id }) => projectApps.leads.includes(id) && !apps.some(({ projectId }) => projectId === id),
  );
  const isOffered = byAddress && open.length > 0 && (ways[provider] ?? []).length > 0;
  return (
    <>
      {apps.map((app) => (
        <ProjectAppPart key={app.id} app={app} />
      ))}
      {isOffered && (
        <div className="px-5 py-4">
          <ConnectForProject provider={provider} projects={open} />
        </div>
      )}
    </>
  );
}
