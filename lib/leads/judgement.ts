import { bantColumn, type BantMark } from "@/lib/vocabulary/bant";
import type { Heat } from "@/lib/vocabulary/heat";
import type { Status } from "@/lib/vocabulary/statuses";

/** What people judge about a lead, by the columns that hold it. */
export type Judged = { heat: Heat; status: Status } & Record<ReturnType<typeof bantColumn>, boolean>;

/** A judgement names what it changes and leaves the rest. */
export type Judgement = Partial<Judged>;

/** `since`: an Undo names what has to hold still, so that it takes back nothing newer than what it undoes. */
export type JudgementChange = { leadId: string; judgement: Judgement; since: Judgement };

export const markJudgement = (mark: BantMark, known: boolean): Judgement => ({ [bantColumn(mark)]: known });

/** What was judged before, of the keys of a change. */
export function partOf(before: Judged, { heat, status, ...marks }: Judgement): Judgement {
  const columns = (["bant_budget", "bant_authority", "bant_need", "bant_timeline"] as const).filter(
    (column) => marks[column] !== undefined,
  );
  return {
    ...(heat !== undefined && { heat: before.heat }),
    ...(status !== undefined && { status: before.status }),
    ...Object.fromEntries(columns.map((column) => [column, before[column]])),
  };
}
