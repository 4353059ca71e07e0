"use client";

import { Target } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { fetchedEarly } from "@/components/ui/fetched-early";
import { usePopup } from "@/components/ui/use-popup";
import type { Panel } from "@/lib/leads/panels";
import type { TargetMetric } from "@/lib/vocabulary/targets";
import type { TargetsEditor } from "./targets-editor";
import type { TargetsFormProps } from "./targets-form";

const loadForm = fetchedEarly(() => import("./targets-form").then((module) => module.TargetsForm));

type TargetsButtonProps = {
  data: Panel<"performanceTargets">;
  own: Readonly<Record<TargetMetric, number>>;
  /** When it begins; an ISO string. */
  month: string;
  projectId: string;
  editor: TargetsEditor;
};

/** Opens the targets, to be set. */
export function TargetsButton(props: TargetsButtonProps) {
  const t = useTranslations("dashboard.performanceTargets");
  const { Part, popup, button } = usePopup<TargetsFormProps>("dialog", loadForm);
  return (
    <div className="mt-4 print:hidden">
      <button {...button} className={cn(buttonClass(), "relative")}>
        <Target aria-hidden="true" />
        {t(props.data.mayEdit ? "edit" : "editOwn")}
      </button>
      {Part && <Part popup={popup} {...props} />}
    </div>
  );
}
