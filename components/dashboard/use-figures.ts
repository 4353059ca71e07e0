import { startTransition, useCallback, useState, useTransition } from "react";
import { fetchResult } from "@/lib/fetch-result";
import type { Panels } from "@/lib/leads/panels";
import { paths } from "@/lib/paths";
import type { FailureCode, Result } from "@/lib/result";

/** A moment's trouble: what is on the screen is still the best there is. */
const passing: ReadonlySet<FailureCode> = new Set(["unavailable", "rate_limited", "unauthenticated"]);

type Refreshed = { since: Promise<Result<Panels>>; source: Promise<Result<Panels>> };

/**
 * The figures that came with the page, and later ones on request. A refresh never takes away what is shown: it waits
 * in a transition, and if it fails for a moment the old figures stay and `failed` says so. A new page's figures
 * replace a refresh of the page before.
 */
export function useFigures(projectId: string, panels: Promise<Result<Panels>>) {
  const [refreshed, setRefreshed] = useState<Refreshed | null>(null);
  const [failed, setFailed] = useState(false);
  const [pending, startRefresh] = useTransition();
  const refresh = useCallback(
    () =>
      startRefresh(async () => {
        const fresh = await fetchResult<Panels>(paths.api.dashboardPanels(projectId));
        startTransition(() => {
          const keep = !fresh.ok && passing.has(fresh.error.code);
          setFailed(keep);
          if (!keep) setRefreshed({ since: panels, source: Promise.resolve(fresh) });
        });
      }),
    [projectId, panels],
  );
  return { source: refreshed?.since === panels ? refreshed.source : panels, failed, pending, refresh };
}
