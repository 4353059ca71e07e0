import "server-only";
import { panelsArguments } from "@/lib/leads/arguments";
import { askedByPeriod, type Asked } from "@/lib/leads/asked";
import { panelsSchema, type Panels, type PanelsOf } from "@/lib/leads/panels";
import { periodOf, type Period } from "@/lib/leads/period";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";
import { isoOf } from "@/lib/time/wall-time";
import { zoneOf } from "@/lib/time/zone-table";
import type { PanelName } from "@/lib/vocabulary/panels";
import type { TargetMetric } from "@/lib/vocabulary/targets";

/** Reads a dashboard's figures, and sets a project's targets, as one signed-in person. Throws refusals. */
export function createFiguresStore(client: PersonClient) {
  /**
   * The figures that are asked for, in one round trip for each period. Refused as `forbidden` unless the person is in the project. `now`:
   * Unix time in milliseconds, which decides what day it is.
   */
  async function panels(projectId: string, asked: Asked, now: number): Promise<Panels> {
    const viewer = { zone: zoneOf(asked.zone), weekStart: asked.weekStart };
    const [main, ...others] = await Promise.all(
      askedByPeriod(asked).map(async ({ period, panels }) => ({
        panels,
        answer: await panelsOf(projectId, panels, periodOf(period, now, viewer)),
      })),
    );
    if (!main) throw new Error("the period of the dashboard is always asked for");
    const own = others.flatMap(({ panels, answer }) => panels.map((panel) => [panel, answer] as const));
    return { ...main.answer, asked, own: Object.fromEntries(own) };
  }

  async function panelsOf(projectId: string, names: readonly PanelName[], span: Period): Promise<PanelsOf> {
    const answer = await client.rpc("get_dashboard_panels", {
      project_id: projectId,
      ...panelsArguments(names, span),
    });
    const [ends = "", ...starts] = span.bounds.map(isoOf).reverse();
    const spanOf = ([from, to]: readonly [number, number]) => ({ from: isoOf(from), to: isoOf(to) });
    const period = {
      days: span.days,
      unit: span.unit,
      starts: starts.reverse(),
      ends,
      previous: spanOf(span.previous),
      month: spanOf(span.month),
    };
    const counted = panelsSchema.parse(dataOf(answer));
    const missing = names.find((panel) => counted[panel] === undefined);
    if (missing) throw new Error(`the database and this build do not fit: no ${missing}`);
    return { ...counted, period };
  }

  /** `month`: its first day, as `2026-11-01`; null takes a target away. Refused as `forbidden` but to who leads the project. */
  async function setTargets(
    projectId: string,
    month: string,
    targets: Partial<Record<TargetMetric, number | null>>,
  ): Promise<void> {
    dataOf(await client.rpc("set_performance_targets", { project_id: projectId, month, targets }));
  }

  return { panels, setTargets };
}
