import type { AppMessage } from "@/lib/integrations/contract/app-message";
import type { Told } from "@/lib/integrations/notify";
import type { ProjectAppRow } from "@/lib/integrations/project-apps/rows";
import { mostAttempts, retryDelayMs } from "../retry";
import type { PostClaim, PostRow } from "./answers";
import { decidePost } from "./decide";
import type { PostResult, PostStore } from "./store";

export type PostParts = Readonly<{
  store: PostStore;
  compose(claim: PostClaim, posts: readonly [PostRow, ...PostRow[]]): Promise<AppMessage>;
  tell(app: ProjectAppRow, message: AppMessage, signal: AbortSignal): Promise<Told>;
  /** From 0 to 1, for the spread of what is tried again. */
  random(): number;
  /** Told of what should not happen; never with an address or a text. */
  report(fault: string, thrown: unknown): void;
}>;

/** Twice as long as an app may take: who was slower finds its rows with another worker. */
const leaseSeconds = 60;
const sendMs = 15_000;

/** Tells apps of projects what is due, until nothing is left or `goesOn` says no. Answers how many rows it went through. */
export async function runPosts(parts: PostParts, goesOn: () => boolean): Promise<number> {
  let posts = 0;
  while (goesOn()) {
    const claim = await parts.store.take(leaseSeconds);
    if (claim === null) break;
    posts += claim.posts.length;
    const { results, problem } = await workOff(parts, claim);
    await parts.store.complete(claim.lease, results, problem);
  }
  return posts;
}

type Done = Readonly<{ results: readonly PostResult[]; problem: string | null }>;

async function workOff(parts: PostParts, claim: PostClaim): Promise<Done> {
  const { app, stands, at } = claim;
  const judged = claim.posts.map((post) => ({
    post,
    decision: decidePost(
      { category: post.category, expiresAt: post.expires_at, chosen: app.categories, stands },
      at,
    ),
  }));
  const settled = judged.flatMap(({ post: { id }, decision }): PostResult[] => {
    const { outcome, reason, trace } = decision;
    if (outcome === "send") return [];
    return [{ id, status: outcome === "expire" ? "expired" : "suppressed", reason, trace }];
  });
  const wanted = judged.filter(({ decision }) => decision.outcome === "send");
  const [first, ...rest] = wanted.map(({ post }) => post);
  if (!first) return { results: settled, problem: stands ? null : "leftProject" };
  const told = await send(parts, claim, [first, ...rest]);
  const sent = wanted.map(({ post, decision }, index) => ({
    id: post.id,
    trace: decision.trace,
    ...fate(told, post, index, parts.random()),
  }));
  return { results: [...settled, ...sent], problem: told.outcome === "gone" ? "ended" : null };
}

async function send(
  { compose, tell, report }: PostParts,
  claim: PostClaim,
  posts: readonly [PostRow, ...PostRow[]],
): Promise<Told> {
  try {
    return await tell(claim.app, await compose(claim, posts), AbortSignal.timeout(sendMs));
  } catch (thrown) {
    report("the app of a project could not be told", thrown);
    return { outcome: "retry", reason: "fault", afterSeconds: null };
  }
}

/** Of several rows of a message the first was sent, and the others went with it. */
function fate(
  told: Told,
  { attempts }: PostRow,
  index: number,
  chance: number,
): Omit<PostResult, "id" | "trace"> {
  switch (told.outcome) {
    case "sent":
      return { status: index === 0 ? "sent" : "bundled", reason: "sent" };
    case "failed":
      return { status: "dead", reason: told.reason };
    case "gone":
      return { status: "suppressed", reason: told.reason };
    case "retry":
      return attempts >= mostAttempts
        ? { status: "dead", reason: told.reason }
        : {
            status: "pending",
            reason: told.reason,
            wait_seconds: retryDelayMs(attempts, chance, told.afterSeconds) / 1_000,
          };
  }
}
