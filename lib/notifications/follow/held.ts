import type { Standing, Subscription } from "@/lib/notifications/subscription";

/** A project, or a lead in it. */
export type Followed = { projectId: string; leadId: string | null };

const isOf =
  ({ projectId, leadId }: Followed) =>
  ({ project_id, lead_id }: Subscription) =>
    project_id === projectId && lead_id === leadId;

/** How somebody stands to a lead or a project by what they mute and follow. */
export const standingIn = (held: readonly Subscription[], about: Followed): Standing => {
  const found = held.find(isOf(about));
  return found ? { state: found.state, until: found.until } : null;
};

/** The list once `about` stands as wanted, before the server has answered. Only a lead that is listed has its name. */
export function withStanding(
  held: readonly Subscription[],
  about: Followed,
  standing: Standing,
): Subscription[] {
  const is = isOf(about);
  if (standing === null) return held.filter((each) => !is(each));
  if (held.some(is)) return held.map((each) => (is(each) ? { ...each, ...standing } : each));
  const added = { project_id: about.projectId, lead_id: about.leadId, lead_name: null, ...standing };
  return [...held, added];
}

/** The list after the server has answered what holds of one project. */
export const withProject = (
  held: readonly Subscription[],
  projectId: string,
  answer: readonly Subscription[],
): Subscription[] => [...held.filter(({ project_id }) => project_id !== projectId), ...answer];
