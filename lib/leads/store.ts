import "server-only";
import { countWords } from "@/lib/leads/filter";
import type { Judgement, JudgementChange } from "@/lib/leads/judgement";
import { leadDetailSchema, type LeadDetail } from "@/lib/leads/lead";
import { leadCountsSchema, leadPageSchema, type LeadCounts, type LeadPage } from "@/lib/leads/page";
import type { LeadCursor } from "@/lib/leads/cursor";
import { isAscending, sortOf, type LeadQuery } from "@/lib/leads/query";
import { talkSchema, type Talk, type TalkPlace } from "@/lib/leads/talk";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";

/** The id is made by whoever writes it. */
export type NewNote = { noteId: string; leadId: string; body: string };

/** Of one page. */
export const listedLeads = 200;

const narrowing = ({ search, filter }: LeadQuery) => ({
  ...(search && { search }),
  ...(filter && { counts: countWords(filter.counted), counts_from: filter.from, counts_to: filter.to }),
});

/** Reads and writes leads as one signed-in person under row-level security. Throws refusals. */
export function createLeadsStore(client: PersonClient) {
  /**
   * A page of the project's leads, newest activity first; `before`: only those that follow it; `filter`: only those that
   * a figure counts. Empty unless the person is in the project.
   */
  /**
   * A page of the project's leads; `before`: only those that follow it in their order. `size`: at most a thousand. `contacts`:
   * with address and phone. Empty unless the person is in the project.
   */
  async function list(
    projectId: string,
    query: LeadQuery,
    before: LeadCursor | null,
    { size = listedLeads, contacts = false } = {},
  ): Promise<LeadPage> {
    const answer = await client.rpc("get_leads", {
      project_id: projectId,
      page_size: size,
      sort: sortOf(query.order),
      ascending: isAscending(query.order),
      ...(query.heat && { heat: query.heat }),
      ...narrowing(query),
      ...(before && { before_at: before.at, before_id: before.id }),
      ...(before?.key && { before_key: before.key }),
      ...(contacts && { contacts }),
    });
    return leadPageSchema.parse(dataOf(answer));
  }

  /** How many leads there are of each heat, as the query narrows them down but for its own heat. */
  async function count(projectId: string, query: LeadQuery): Promise<LeadCounts> {
    const answer = await client.rpc("get_lead_counts", { project_id: projectId, ...narrowing(query) });
    return leadCountsSchema.parse(dataOf(answer));
  }

  /** One lead with its history, newest first. Refused as `not_found` if the person sees no such lead. */
  async function detail(leadId: string): Promise<LeadDetail> {
    return leadDetailSchema.parse(dataOf(await client.rpc("get_lead", { lead_id: leadId })));
  }

  /** Refused as `not_found` if the person may not change the lead, as `conflict` where `since` holds no more. */
  async function judge({ leadId, judgement, since }: JudgementChange): Promise<Judgement> {
    dataOf(await client.rpc("judge_lead", { lead_id: leadId, judgement, since }));
    return judgement;
  }

  /** A page of a lead's conversation before a place in it, newest first. Refused as `not_found` as `detail` is. */
  async function talk(leadId: string, before: TalkPlace | null): Promise<Talk> {
    const answer = await client.rpc("get_lead_talk", {
      lead_id: leadId,
      ...(before && { before_at: before.at, before_id: before.id }),
    });
    return talkSchema.parse(dataOf(answer));
  }

  /** The same note again changes nothing. Refused as `not_found` if the person may not write at the lead. */
  async function writeNote({ noteId, leadId, body }: NewNote): Promise<void> {
    dataOf(await client.rpc("write_note", { note_id: noteId, lead_id: leadId, body }));
  }

  /** Refused as `not_found` where the person wrote no such note. */
  async function takeBackNote(noteId: string): Promise<void> {
    dataOf(await client.rpc("take_back_note", { note_id: noteId }));
  }

  /** Refused as `not_found` if the person may not write at the lead. */
  async function stopMails({ leadId, stopped }: { leadId: string; stopped: boolean }): Promise<void> {
    dataOf(await client.rpc("set_lead_mail_stop", { lead_id: leadId, stopped }));
  }

  return { list, count, detail, judge, talk, writeNote, takeBackNote, stopMails };
}
