import type { Owner } from "./people";

/** Every page of the app, for what must hold on all of them. */
export const publicPages = [
  "/sign-in",
  "/sign-up",
  "/reset",
  "/callback?token_hash=spent&type=recovery",
  "/nowhere",
];

/** Those that a person sees who is signed in and has no project; who has one is led from the first to it. */
export const pagesWithoutProject = ["/welcome", "/reset/new"];

export const pagesOf = (owner: Pick<Owner, "projectId">, leadId: string) => [
  `/dashboard/${owner.projectId}`,
  `/leads?project=${owner.projectId}`,
  `/leads/${leadId}`,
  "/settings/dashboard",
  `/settings/dashboard?project=${owner.projectId}`,
  "/settings/notifications",
  "/settings/preferences",
  "/settings/integrations",
  "/settings/activity",
];
