"use client";

import { useParams, useSearchParams } from "next/navigation";
import { projectIdOf } from "@/lib/opened-project";
import { useWorkspace } from "./workspace";

/** The project that the address names, else the project of the last visit; null where there is neither. */
export function useCurrentProjectId(rememberedId: string | null): string | null {
  const { projectId } = useParams();
  const asked = useSearchParams().get("project");
  const opened = typeof projectId === "string" ? projectId : null;
  return projectIdOf(asked) ?? projectIdOf(opened) ?? rememberedId;
}

/** The person's current project; null where it is unknown or not theirs. */
export function useCurrentProject() {
  const { projects, rememberedId } = useWorkspace();
  const id = useCurrentProjectId(rememberedId);
  return projects.find((project) => project.id === id) ?? null;
}
