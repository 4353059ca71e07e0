"use client";

import { createContext, useContext } from "react";
import { isJsonObject, type Json } from "@/lib/settings/json";

export type ShellProject = { id: string; name: string; client_id: string; client_name: string };
export type ShellUser = { name: string; email: string };
/** What the frame is drawn from, as the server knows it. The device keeps it for the time without a server. */
export type ShellData = { user: ShellUser; projects: ShellProject[] };

type Shell = ShellData & {
  /** The project of the last visit; known also while the server cannot be reached. */
  rememberedId: string | null;
};

export const ShellContext = createContext<Shell | null>(null);

export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error("useShell is used outside the shell");
  return shell;
}

/** What the device kept, if it still has the shape; an older build may have written it. */
export function readShellData(kept: Json): ShellData | null {
  if (!isJsonObject(kept) || !isJsonObject(kept.user) || !Array.isArray(kept.projects)) return null;
  const { name, email } = kept.user;
  const projects = kept.projects.flatMap((each) => readProject(each) ?? []);
  if (typeof name !== "string" || typeof email !== "string") return null;
  return projects.length === kept.projects.length ? { user: { name, email }, projects } : null;
}

function readProject(kept: Json): ShellProject | null {
  if (!isJsonObject(kept)) return null;
  const { id, name, client_id, client_name } = kept;
  if (typeof id !== "string" || typeof name !== "string") return null;
  if (typeof client_id !== "string" || typeof client_name !== "string") return null;
  return { id, name, client_id, client_name };
}
