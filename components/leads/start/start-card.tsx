"use client";

import { FileUp, FlaskConical, Plug, UserPlus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { toastError } from "@/components/ui/toast";
import { sampleLeads } from "@/lib/leads/sample-leads";
import { paths } from "@/lib/paths";
import { AddDialogs } from "./add-dialogs-later";
import { useAdding, type AddingActions } from "./use-adding";

type StartCardProps = { projectId: string; adds: boolean; actions: AddingActions };

/** What a project without a lead begins with, instead of charts of nothing. Offers only what works for this person here. */
export function StartCard({ projectId, adds, actions }: StartCardProps) {
  const t = useTranslations("leads.start");
  const [open, setOpen] = useState<"add" | "import" | null>(null);
  const { pending, add, announceAdded, words } = useAdding(projectId, actions);
  async function trySamples() {
    if (pending) return;
    const result = await add(sampleLeads(() => crypto.randomUUID()));
    if (result.ok) announceAdded(t("samplesAdded"), result.value);
    else toastError(words(result.error.code));
  }
  return (
    <Card aria-labelledby="start">
      <CardHeader
        id="start"
        title={t("title")}
        description={t(adds ? "description" : "descriptionLooking")}
      />
      <ul className="divide-y divide-line border-t border-line">
        <Way icon={<Plug />} title={t("connect")} help={t("connectHelp")}>
          <Link href={paths.settings.integrations()} className={buttonClass({ variant: "primary" })}>
            {t("connectDo")}
          </Link>
        </Way>
        {adds && (
          <>
            <Way icon={<UserPlus />} title={t("add")} help={t("addHelp")}>
              <Button aria-haspopup="dialog" onClick={() => setOpen("add")}>
                {t("addDo")}
              </Button>
            </Way>
            <Way icon={<FileUp />} title={t("import")} help={t("importHelp")}>
              <Button aria-haspopup="dialog" onClick={() => setOpen("import")}>
                {t("importDo")}
              </Button>
            </Way>
            <Way icon={<FlaskConical />} title={t("samples")} help={t("samplesHelp")}>
              <Button pending={pending} onClick={() => void trySamples()}>
                {t("samplesDo")}
              </Button>
            </Way>
          </>
        )}
      </ul>
      {adds && <AddDialogs open={open} setOpen={setOpen} projectId={projectId} actions={actions} />}
    </Card>
  );
}

type WayProps = { icon: ReactNode; title: string; help: string; children: ReactNode };

const Way = ({ icon, title, help, children }: WayProps) => (
  <li className="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-4">
    <span
      aria-hidden="true"
      className="flex size-9 shrink-0 items-center justify-center rounded bg-sunken text-ink-soft [&_svg]:size-4.5"
    >
      {icon}
    </span>
    <div className="min-w-48 flex-1">
      <h3 className="font-medium">{title}</h3>
      <p className="text-ink-soft">{help}</p>
    </div>
    {children}
  </li>
);
