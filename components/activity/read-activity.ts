import type { ActivityPage, Restoration } from "@/lib/audit/event";
import type { ActivityFilter } from "@/lib/audit/filter";
import { paths } from "@/lib/paths";
import { fail, type Result } from "@/lib/result";

const readTimeoutMs = 10_000;

export const readPage = (userId: string, filter: ActivityFilter, before: number | null) =>
  read<ActivityPage>(paths.api.activity(userId, filter, before ?? undefined));

export const readAsOf = (userId: string, moment: string) =>
  read<Restoration>(paths.api.settingsAsOf(userId, moment));

/** What this app's own read routes answer is a `Result`; whatever else answers is the network's doing. */
async function read<T>(url: string): Promise<Result<T>> {
  try {
    const response = await fetch(url, { cache: "no-store", signal: AbortSignal.timeout(readTimeoutMs) });
    const body: Result<T> = await response.json();
    return typeof body.ok === "boolean" ? body : fail("unavailable");
  } catch {
    return fail("unavailable");
  }
}
