import type { ActivityPage, Restoration } from "@/lib/audit/event";
import type { ActivityFilter } from "@/lib/audit/filter";
import { fetchResult } from "@/lib/fetch-result";
import { paths } from "@/lib/paths";

export const readPage = (userId: string, filter: ActivityFilter, before: number | null) =>
  fetchResult<ActivityPage>(paths.api.activity(userId, filter, before ?? undefined));

export const readAsOf = (userId: string, moment: string) =>
  fetchResult<Restoration>(paths.api.settingsAsOf(userId, moment));
