import type { MajorVersion } from "@/local/postgres/binaries";
import { useTelling } from "./told-rows";
import type { SignedIn } from "./world";

type Shown = Record<"state" | "answer" | "lead_name" | "starts_at", string | null> & { sequence: number };

/** Meetings of leads, and how people answer them. */
export function useAnswers(major: MajorVersion) {
  const { ask, as, client, makeLead, world } = useTelling(major);

  async function book(minutes = 300) {
    const lead = await makeLead();
    const [made] = await ask<{ id: string }>(
      `insert into public.meetings (project_id, lead_id, starts_at, ends_at)
       values ($1, $2, now() + $3 * interval '1 minute', now() + ($3 + 30) * interval '1 minute') returning id`,
      world().projectId,
      lead,
      minutes,
    );
    return { id: made?.id ?? "", lead };
  }
  const change = (id: string, to: string) => ask(`update public.meetings set ${to} where id = $1`, id);
  const move = (id: string) =>
    change(id, "starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour'");

  /** As the app's server, for whoever holds the link of this sequence. */
  const answer = async (who: SignedIn, id: string, sequence: number, given: string | null = null) => {
    const [row] = await ask<{ shown: Shown }>(
      "select public.answer_meeting($1, $2, $3, $4) as shown",
      id,
      world().people[who],
      sequence,
      given,
    );
    if (!row) throw new Error("answer_meeting answered no row");
    return row.shown;
  };
  /** What is refused is undone, as a request is. */
  async function refused(work: () => Promise<unknown>) {
    await ask("savepoint asked");
    const code = await work().then(
      () => "was taken",
      (error: { code?: string }) => error.code,
    );
    await ask("rollback to savepoint asked");
    return code;
  }
  const kept = () => ask("select user_id, sequence, answer from private.meeting_answers");
  /** What a person sees of it on the page of the lead. */
  const seen = async (who: SignedIn, lead: string) => {
    const [row] = await as<{ answers: { answer: string }[] }>(
      who,
      "select public.get_lead($1) -> 'meetings' -> 0 -> 'answers' as answers",
      lead,
    );
    return row?.answers.map((each) => each.answer);
  };
  return { ask, answer, book, change, client, kept, move, refused, seen, world };
}
