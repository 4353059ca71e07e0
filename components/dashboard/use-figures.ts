import { startTransition, useCallback, useState, useTransition } from "react";
import { fetchResult } from "@/lib/fetch-result";
import { writeOwn, type Asked } from "@/lib/leads/asked";
import type { Panels } from "@/lib/leads/panels";
import { paths } from "@/lib/paths";
import type { FailureCode, Result } from "@/lib/result";

/** Failures that may pass: the figures on the screen stay. */
const passing: ReadonlySet<FailureCode> = new Set(["unavailable", "rate_limited", "unauthenticated"]);

type Refreshed = { since: Promise<Result<Panels>>; answer: Promise<Result<Panels>> };

const addressOf = (projectId: string, { panels, period, own, zone, weekStart }: Asked) =>
  paths.api.dashboardPanels(projectId, {
    panels: panels.join(","),
    preset: period.preset,
    ...(period.preset === "own" && { from: period.from, to: period.to }),
    own: writeOwn(own) || undefined,
    zone,
    weekStart: String(weekStart),
  });

/**
 * The figures of the page, and newer ones on request, of what is `wanted` by then. A refresh never removes the figures on
 * the screen: it waits in a transition, and where it fails for the moment the old figures stay and `failed` is true. The
 * figures of a new page replace a refresh of the page before.
 */
export function useFigures(projectId: string, wanted: Asked, panels: Promise<Result<Panels>>) {
  const [refreshed, setRefreshed] = useState<Refreshed | null>(null);
  const [failed, setFailed] = useState(false);
  const [pending, startRefresh] = useTransition();
  const address = addressOf(projectId, wanted);
  const refresh = useCallback(
    () =>
      startRefresh(async () => {
        const fresh = await fetchResult<Panels>(address);
        startTransition(() => {
          const keep = !fresh.ok && passing.has(fresh.error.code);
          setFailed(keep);
          if (!keep) setRefreshed({ since: panels, answer: Promise.resolve(fresh) });
        });
      }),
    [address, panels],
  );
  return {
    answer: refreshed?.since === panels ? refreshed.answer : panels,
    failed,
    pending,
    refresh,
    wanted,
  };
}
