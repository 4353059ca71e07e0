import "server-only";
import { after } from "next/server";
import { tellProjectApp } from "@/lib/integrations/project-apps/service";
import { describeError, log } from "@/lib/log";
import { siteUrl } from "@/lib/env";
import { composePosts } from "./compose";
import { postStore } from "./store";
import { runPosts, type PostParts } from "./worker";

/** With what people are told it ends within the minute that a function may run. */
const runMs = 10_000;

/** Tells apps of projects what is due; answers how many posts that were, null where no secret key is configured. */
export async function postDue(): Promise<number | null> {
  const store = postStore();
  if (!store) return null;
  const begun = performance.now();
  const parts: PostParts = {
    store,
    compose: (claim, posts) => composePosts(claim, posts, siteUrl()),
    tell: tellProjectApp,
    random: Math.random,
    report: (fault, thrown) => log.error(fault, describeError(thrown)),
  };
  return runPosts(parts, () => performance.now() - begun < runMs);
}

/** Tells what a deed has made, once its answer is on its way. Whatever fails is left to the next ticker. */
export function postAfterwards(): void {
  after(() =>
    postDue().catch((thrown: unknown) =>
      log.warn("apps of projects are left to the ticker", describeError(thrown)),
    ),
  );
}
