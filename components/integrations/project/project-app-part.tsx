"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useFocusHandover } from "@/components/ui/use-focus-handover";
import type { ProjectApp } from "@/lib/integrations/project-apps/shown";
import { ConnectionBadge } from "../connections/connection-badge";
import { EndButton } from "../connections/end-button";
import { useConnectionDeed, useConnectionsPage } from "../connections/connections-context";
import { SecretButton } from "../connections/secret-button";
import { ConnectForProject } from "./connect-for-project";
import { LastPosts } from "./last-posts";
import { ProjectKinds } from "./project-kinds";

/** What is connected for everybody in a project: for which, by whom, how it stands, and what it is told. */
export function ProjectAppPart({ app }: { app: ProjectApp }) {
  const t = useTranslations("settings.integrations");
  const id = useId();
  const { project, name, problem, categories, posts, leads } = app;
  return (
    <section
      ref={useFocusHandover<HTMLElement>()}
      aria-labelledby={id}
      className="grid grid-cols-[minmax(0,1fr)] gap-3 px-5 py-4"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h3 id={id} className="font-semibold">
          {t("project.title", { project: `\u2068${project}\u2069` })}
        </h3>
        <ConnectionBadge state={problem === null ? "connected" : "needs_reconnect"} />
      </div>
      <p className="text-sm text-ink-soft">
        <By {...app} />
        {name && (
          <>
            {" · "}
            <bdi className="wrap-anywhere">{name}</bdi>
          </>
        )}
      </p>
      {problem !== null && (
        <p className="rounded bg-caution-soft px-3 py-2 text-sm">
          {t(t.has(`problems.${problem}`) ? `problems.${problem}` : "problems.other")}
        </p>
      )}
      {categories && <ProjectKinds app={app} chosen={categories} />}
      {categories && <LastPosts posts={posts} />}
      {categories && leads && <Deeds app={app} />}
      {!leads && <p className="text-sm text-ink-soft">{t("project.members")}</p>}
    </section>
  );
}

function By({ mine, who }: Pick<ProjectApp, "mine" | "who">) {
  const t = useTranslations("settings.integrations.project");
  if (mine) return t("byYou");
  return who === null ? t("byNobody") : t("by", { who: `\u2068${who}\u2069` });
}

/** What its admins may do with it. */
function Deeds({ app: { provider, projectId, project, problem } }: { app: ProjectApp }) {
  const t = useTranslations("settings.integrations");
  const { userId, actions, signing } = useConnectionsPage();
  const trying = useConnectionDeed();
  const one = { userId, projectId, provider };
  const words = t("project.try");
  const send = () =>
    trying.run(
      () => actions.tryProjectApp(one),
      () => toast(t("project.tried")),
    );
  return (
    <div className="flex flex-wrap gap-2">
      {problem === null ? (
        <>
          <Button pending={trying.pending} onClick={send} aria-label={`${words}: ${project}`}>
            {words}
          </Button>
          {signing.includes(provider) && (
            <SecretButton name={project} make={() => actions.changeProjectAppSecret(one)} />
          )}
        </>
      ) : (
        <ConnectForProject provider={provider} projects={[{ id: projectId, name: project }]} again />
      )}
      <EndButton
        name={t("project.nameOf", { name: t(`${provider}.title`), project: `\u2068${project}\u2069` })}
        text={t("project.end")}
        end={() => actions.disconnectProjectApp(one)}
      />
    </div>
  );
}
