"use client";

import { useTranslations } from "next-intl";
import { useContext, useId } from "react";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { useWorkspace } from "@/components/workspace/workspace";
import { mayRegister } from "@/lib/integrations/whatsapp/meta-status";
import type { WhatsappCard } from "@/lib/integrations/whatsapp/shown";
import { RegisterNumber } from "./register-number";
import { ConnectionsContext, useConnectionDeed, useConnectionsPage } from "./connections/connections-context";

/** The number of the connected account, how well it stands at Meta, and who writes from it. */
export function NumberFacts() {
  const t = useTranslations("settings.integrations.whatsapp.card");
  const card = useContext(ConnectionsContext)?.whatsapp.card;
  if (!card) return null;
  const { number, sync } = card;
  return (
    <div className="grid gap-3 px-5 py-4 text-sm">
      {number === null ? (
        <p role="status" className="rounded bg-caution-soft px-3 py-2">
          {t(sync === null ? "lookingForNumber" : "noNumber")}
        </p>
      ) : (
        <p>
          {t.rich("number", {
            number: number.display,
            quality: t(`qualities.${t.has(`qualities.${number.quality}`) ? number.quality : "UNKNOWN"}`),
            b: (text) => (
              <bdi dir="ltr" className="font-medium text-ink">
                {text}
              </bdi>
            ),
          })}
          {number.status !== "CONNECTED" && (
            <span className="mt-1 block">
              {t.has(`statuses.${number.status}`)
                ? t(`statuses.${number.status}`)
                : t("otherStatus", { status: number.status })}
            </span>
          )}
        </p>
      )}
      {number && mayRegister(number.status) && (
        <div>
          <RegisterNumber />
        </div>
      )}
      {sync && (
        <p className="text-ink-soft">{t(sync.whole ? "templates" : "templatesPart", { count: sync.seen })}</p>
      )}
      {number && <Sharing project={card.project} />}
    </div>
  );
}

function Sharing({ project }: Pick<WhatsappCard, "project">) {
  const t = useTranslations("settings.integrations.whatsapp.card");
  const id = useId();
  const { userId, whatsapp, projectApps } = useConnectionsPage();
  const { projects: all } = useWorkspace();
  // Only an admin lets a project use a number.
  const projects = all.filter(({ id: of }) => of === project || projectApps?.leads.includes(of));
  const { pending, run } = useConnectionDeed();
  const choose = (projectId: string | null) =>
    run(
      () => whatsapp.share({ userId, projectId }),
      () => toast(t("shared")),
    );
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <label htmlFor={id}>{t("who")}</label>
      <Select
        id={id}
        value={project ?? ""}
        disabled={pending}
        onChange={({ target }) => choose(target.value || null)}
      >
        <option value="">{t("onlyMe")}</option>
        {projects.map(({ id: projectId, name }) => (
          <option key={projectId} value={projectId}>
            {t("everybodyIn", { name })}
          </option>
        ))}
      </Select>
    </div>
  );
}
