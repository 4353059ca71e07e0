import type { DeliveryState } from "@/lib/vocabulary/delivery-states";

/** What an app of a project was to be told. `reason`: a key of `notifications.reasons`. `at`: ISO 8601. */
export type ShownPost = Readonly<{
  id: string;
  at: string;
  params: Readonly<Record<string, unknown>>;
  title: string;
  message: string;
  status: DeliveryState;
  reason: string;
}>;

/**
 * What is connected for everybody in a project. `name`: of the account; `who`: who connected it, null where they have left;
 * `mine`: it was the person; `leads`: whether the person is an admin of the project. `problem`: a key of
 * `settings.integrations.problems`. `categories` null: not an app, but a number that its owner lets the project use.
 */
export type ProjectApp = Readonly<{
  id: string;
  provider: string;
  projectId: string;
  project: string;
  name: string | null;
  who: string | null;
  mine: boolean;
  leads: boolean;
  problem: string | null;
  categories: readonly string[] | null;
  /** The last five, newest first. */
  posts: readonly ShownPost[];
}>;

/** `leads`: the projects of which the person is an admin. */
export type ProjectApps = Readonly<{ leads: readonly string[]; apps: readonly ProjectApp[] }>;
