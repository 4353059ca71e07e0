import "server-only";
import { z } from "zod";
import { isJsonObject, type JsonObject } from "@/lib/settings/json";
import { adminClient } from "@/lib/supabase/admin";
import { dataOf } from "@/lib/supabase/refusal";
import { meetingAnswers, type MeetingAnswer } from "@/lib/vocabulary/meeting-answers";
import type { AnswerLink } from "./link";

/** A person waits for the page. */
const timeoutMs = 5_000;

const overrides = z.custom<JsonObject>((value) => isJsonObject(value), "not an object").nullable();

const answer = z.object({
  /** `moved`: the invitation is no longer true, `sequence` is that of the meeting now. */
  state: z.enum(["open", "moved", "canceled", "over"]),
  lead_id: z.uuid(),
  lead_name: z.string(),
  starts_at: z.string(),
  sequence: z.number().int(),
  /** To the meeting as it stands now. */
  answer: z.enum(meetingAnswers).nullable(),
  /** The person's own rows, for their clock and formats. */
  settings: overrides,
  preferences: overrides,
});
export type InvitedMeeting = z.infer<typeof answer>;

/**
 * The meeting of an invitation as it stands; a `given` answer is taken down first where it still counts. With the secret
 * key: who follows a link is not signed in. Throws refusals; without a secret key, an error.
 */
export async function answerMeeting(link: AnswerLink, given: MeetingAnswer | null): Promise<InvitedMeeting> {
  const admin = adminClient();
  if (!admin) throw new Error("SUPABASE_SECRET_KEY is not set: invitations cannot be answered");
  const { meetingId: meeting_id, userId: user_id, sequence } = link;
  const asked = admin.rpc("answer_meeting", {
    meeting_id,
    user_id,
    sequence,
    ...(given && { answer: given }),
  });
  return answer.parse(dataOf(await asked.abortSignal(AbortSignal.timeout(timeoutMs))));
}
