import type pg from "pg";
import type { PanelName } from "@/lib/vocabulary/panels";
import { panelsSchema } from "@/lib/leads/panels";
import type { Period } from "@/lib/leads/period";
import { panelsSql, panelsValues } from "@/lib/testing/dashboard-sql";
import type { Span } from "./expected-panels";

/** What get_dashboard_panels answers whoever `client` is. */
export async function askPanels(
  client: pg.ClientBase,
  projectId: string,
  panels: readonly PanelName[],
  period: Period,
) {
  const { rows } = await client.query<{ panels: unknown }>(panelsSql, [
    projectId,
    ...panelsValues(panels, period),
  ]);
  return panelsSchema.parse(rows[0]?.panels);
}

type Answered = Awaited<ReturnType<typeof askPanels>>;

/** The parts of an answer that can be counted again, in the form of `expectedPanels`. */
export function countable({ insights, performanceTargets, recentActivity: _, at: __, ...counted }: Answered) {
  const { oldestAt = null } = insights?.burningWithoutMeeting ?? {};
  return {
    ...counted,
    insights: insights && {
      ...insights,
      burningWithoutMeeting: {
        ...insights.burningWithoutMeeting,
        oldestAt: oldestAt && Date.parse(oldestAt),
      },
    },
    reached: Object.fromEntries(
      (performanceTargets?.metrics ?? []).map(({ metric, actual }) => [metric, actual]),
    ),
  };
}

export const spanOf = ({ bounds, previous, month }: Period, hourOf: Span["hourOf"]): Span => ({
  bounds,
  previous,
  month,
  hourOf,
});
