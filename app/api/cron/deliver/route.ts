import { cronRoute } from "@/lib/cron-route";
import { runDueIntegrations } from "@/lib/integrations/service";
import { describeError, log } from "@/lib/log";
import { postDue } from "@/lib/notifications/delivery/posts/service";
import { deliverDue } from "@/lib/notifications/delivery/service";

export const maxDuration = 60;

/**
 * Any ticker calls it, by GET (Vercel Cron) or POST (pg_net), as often as it likes: twice, late or never is right. What
 * providers told comes first, because it is what people are told of; it keeps no delivery waiting where it fails.
 */
export const GET = cronRoute(async () => {
  const integrations = await runDueIntegrations().catch((thrown: unknown) => {
    log.error("integrations were not looked after", describeError(thrown));
    return null;
  });
  const delivered = await deliverDue();
  // What is a project's keeps nothing of a person's waiting.
  const posts = await postDue().catch((thrown: unknown) => {
    log.error("apps of projects were not told", describeError(thrown));
    return null;
  });
  return { ...delivered, integrations, posts };
});
export const POST = GET;
