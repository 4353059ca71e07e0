"use client";

import { useParams, useSearchParams } from "next/navigation";
import type { ProjectSummary } from "@/lib/bootstrap/bootstrap";

/**
 * The project the person is in: the one the address names, else the one remembered from the last visit.
 * Null where they have none, or the address names one that is not theirs.
 */
export function useCurrentProject(
  projects: readonly ProjectSummary[],
  remembered: string | null,
): ProjectSummary | null {
  const { projectId } = useParams();
  const asked = useSearchParams().get("project") ?? (typeof projectId === "string" ? projectId : null);
  return projects.find(({ id }) => id === (asked ?? remembered)) ?? null;
}
