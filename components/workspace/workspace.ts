"use client";

import { createContext, useContext } from "react";
import { isJsonObject, type Json } from "@/lib/settings/json";

export type WorkspaceProject = { id: string; name: string; client_id: string; client_name: string };
export type WorkspaceUser = { name: string; email: string };
/** The person and their projects, as the server knows them. The device keeps them for the time without a server. */
export type KnownWorkspace = {
  user: WorkspaceUser;
  projects: WorkspaceProject[];
  /** The channels on which something can reach the person. */
  reached: string[];
};

type Workspace = KnownWorkspace & {
  /** The project of the last visit; known also while the server cannot be reached. */
  rememberedId: string | null;
};

export const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error("useWorkspace is used outside WorkspaceContext");
  return workspace;
}

/** The workspace that the device kept; null where it has another shape, as an older build may have written it. */
export function readWorkspace(kept: Json): KnownWorkspace | null {
  if (!isJsonObject(kept) || !isJsonObject(kept.user) || !Array.isArray(kept.projects)) return null;
  const { name, email } = kept.user;
  const projects = kept.projects.flatMap((each) => readProject(each) ?? []);
  if (typeof name !== "string" || typeof email !== "string") return null;
  const reached = Array.isArray(kept.reached) ? kept.reached.map(String) : [];
  return projects.length === kept.projects.length ? { user: { name, email }, projects, reached } : null;
}

function readProject(kept: Json): WorkspaceProject | null {
  if (!isJsonObject(kept)) return null;
  const { id, name, client_id, client_name } = kept;
  if (typeof id !== "string" || typeof name !== "string") return null;
  if (typeof client_id !== "string" || typeof client_name !== "string") return null;
  return { id, name, client_id, client_name };
}
