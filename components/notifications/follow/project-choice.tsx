"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { usePopup } from "@/components/ui/use-popup";
import { useWorkspace } from "@/components/workspace/workspace";
import { standingIn } from "@/lib/notifications/follow/held";
import type { Subscription } from "@/lib/notifications/subscription";
import type { FollowMenuProps } from "./follow-menu";
import type { ChangeStanding } from "./followed-row";

const loadMenu = () => import("./follow-menu").then((module) => module.FollowMenu);

/** Mutes or follows a whole project: which one, then what the person wants of it. */
export function ProjectChoice({ held, onChange }: { held: Subscription[]; onChange: ChangeStanding }) {
  const t = useTranslations("follow.card");
  const { projects } = useWorkspace();
  const [chosen, choose] = useState<string | null>(null);
  const id = useId();
  const { Part, popup, button } = usePopup<FollowMenuProps>("menu", loadMenu);
  const project = projects.find((each) => each.id === chosen) ?? projects[0];
  if (!project) return null;
  const about = { projectId: project.id, leadId: null };
  const standing = standingIn(held, about);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-(--row-y)">
      <label htmlFor={id} className="font-medium">
        {t("project")}
      </label>
      <div className="flex min-w-0 flex-wrap gap-2">
        <Select
          id={id}
          value={project.id}
          onChange={(event) => choose(event.target.value)}
          className="max-w-60"
        >
          {projects.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <button {...button} className={buttonClass()}>
          {t("set")}
          <ChevronDown aria-hidden="true" />
        </button>
      </div>
      {Part && (
        <Part
          popup={popup}
          about="project"
          standing={standing}
          onChoose={(wanted) => onChange(about, standing, wanted)}
        />
      )}
    </div>
  );
}
