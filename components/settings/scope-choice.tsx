"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { useCurrentProject } from "@/components/workspace/current-project";
import { Segmented } from "@/components/ui/segmented";
import { paths } from "@/lib/paths";

type Choice = "user" | "project";

/**
 * Chooses whether the page edits the values for all projects or for the open one. The choice is in the address, so
 * that a link can lead to it.
 */
export function ScopeChoice({ scope }: { scope: string | null }) {
  const t = useTranslations("settings.scope");
  const router = useRouter();
  const project = useCurrentProject();
  const [shown, show] = useOptimistic<Choice>(scope === null ? "user" : "project");
  const [, startTransition] = useTransition();
  if (!project) return null;
  const open = (wanted: Choice) =>
    startTransition(() => {
      show(wanted);
      const address = paths.settings.dashboard(wanted === "project" ? project.id : undefined);
      router.replace(address, { scroll: false });
    });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] justify-items-start gap-2">
      <Segmented
        label={t("label")}
        value={shown}
        onChange={open}
        options={[
          { value: "user", label: t("all") },
          { value: "project", label: <bdi>{project.name}</bdi> },
        ]}
      />
      <p className="text-ink-soft">
        {shown === "user" ? t("explainAll") : t("explainProject", { project: project.name })}
      </p>
    </div>
  );
}
