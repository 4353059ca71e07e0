"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import {
  changeProjectSecret,
  chooseKinds,
  connectForProject,
  disconnectForProject,
  tryForProject,
} from "@/lib/integrations/project-apps/service";
import { providers } from "@/lib/integrations/registry";
import { postAfterwards } from "@/lib/notifications/delivery/posts/service";
import type { Result } from "@/lib/result";
import { categories } from "@/lib/vocabulary/categories";

const one = z.strictObject({
  userId: z.uuid(),
  projectId: z.uuid(),
  provider: z.enum(providers.flatMap(({ name, connect }) => (connect?.by === "address" ? [name] : []))),
});
const byKey = one.extend({ key: z.string().min(1).max(4_096) });
const kinds = one.extend({ categories: z.array(z.enum(categories)).max(categories.length) });

/** What a provider is asked takes longer than a save. */
const timeoutMs = 30_000;

/** Connects an app for everybody in a project. `why`: a key of `settings.integrations.failed`; null: connected. */
export async function connectProjectApp(raw: unknown) {
  return action(
    byKey,
    async ({ input }) => ({ why: await connectForProject(input, input.key) }),
    timeoutMs,
  )(raw);
}

/** Of what the app of a project is told. */
export async function chooseProjectKinds(raw: unknown) {
  return action(kinds, ({ input }) => chooseKinds(input, input.categories))(raw);
}

/** Has the app of a project told something of no consequence. */
export async function tryProjectApp(raw: unknown) {
  return action(one, async ({ input }) => {
    const isTried = await tryForProject(input);
    postAfterwards();
    return isTried;
  })(raw);
}

/** Makes a secret by which the app of a project knows our messages, and shows it this once. */
export async function changeProjectAppSecret(raw: unknown) {
  return flat(await action(one, ({ input }) => changeProjectSecret(input))(raw));
}

/** Ends the app of a project. */
export async function disconnectProjectApp(raw: unknown) {
  return flat(await action(one, ({ input }) => disconnectForProject(input), timeoutMs)(raw));
}

const flat = <T>(answer: Result<Result<T>>): Result<T> => (answer.ok ? answer.value : answer);
