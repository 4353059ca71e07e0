import "server-only";
import { after } from "next/server";
import { serverEnv, siteUrl } from "@/lib/env";
import { describeError, log } from "@/lib/log";
import { adminClient } from "@/lib/supabase/admin";
import { zoneVersion } from "@/lib/time/zone-table";
import { answerUrls } from "@/lib/notifications/invitations/link";
import { unsubscribeUrl } from "@/lib/notifications/unsubscribe/link";
import { composer, type ComposeParts } from "./compose";
import { mailSender, senders } from "./senders";
import { callThrough, createDeliveryStore } from "./store";
import { runWorker, type Run } from "./worker";

/** A function on Vercel may run for 60 s: the last claim begins early enough to end in time. */
const runMs = 40_000;
const limits = { batch: 20, leaseSeconds: 60, sendMs: 15_000 } as const;

/**
 * Delivers what is due with the channels that this platform has. Null where no secret key is configured. Throws where
 * the database cannot be asked: nothing is decided without it.
 */
export async function deliverDue(): Promise<Run | null> {
  const admin = adminClient();
  if (!admin) return null;
  const store = createDeliveryStore(callThrough(admin));
  await Promise.all([store.noteZones(zoneVersion), store.makeDue()]);
  const begun = performance.now();
  const parts = {
    store,
    senders: senders(),
    compose: composer({
      siteUrl: siteUrl(),
      unsubscribeUrl: linkOf,
      invitations: { organizer: mailSender(), answerUrls: answersOf },
      now: Date.now,
    }),
    elapsed: () => performance.now(),
    random: Math.random,
    report: (fault: string, thrown: unknown) => log.error(fault, describeError(thrown)),
  };
  return runWorker(parts, limits, () => performance.now() - begun < runMs);
}

/** Where one click stops messages of this kind on this channel. */
const linkOf: ComposeParts["unsubscribeUrl"] = (link) =>
  unsubscribeUrl(link, siteUrl(), serverEnv().notificationSecrets);

/** Where the person answers this invitation. */
const answersOf: ComposeParts["invitations"]["answerUrls"] = (link) =>
  answerUrls(link, siteUrl(), serverEnv().notificationSecrets);

/** Delivers what a deed has made, once its answer is on its way. Whatever fails is left to the next ticker. */
export function deliverAfterwards(): void {
  after(() =>
    deliverDue().catch((thrown: unknown) =>
      log.warn("delivery is left to the ticker", describeError(thrown)),
    ),
  );
}
