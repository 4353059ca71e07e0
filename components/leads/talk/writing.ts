import type { ShownChat } from "@/lib/integrations/whatsapp/shown";
import type { LeadDetail } from "@/lib/leads/lead";
import type { Result } from "@/lib/result";
import type { ReplyAction } from "../whatsapp/reply-form";

export type NoteActions = {
  writeNote: (input: { noteId: string; leadId: string; body: string }) => Promise<Result<void>>;
  takeBackNote: (input: { noteId: string }) => Promise<Result<void>>;
};

export type LeadMailInput = {
  userId: string;
  mailId: string;
  leadId: string;
  subject: string;
  body: string;
};
export type MailActions = {
  /** `problem`: a key of `settings.integrations.problems`. */
  replyByMail: (
    input: LeadMailInput,
  ) => Promise<Result<{ status: "sent" | "sending" | "failed"; problem: string | null }>>;
  stopMailsToLead: (input: { leadId: string; stopped: boolean }) => Promise<Result<void>>;
};

export type TalkActions = NoteActions & MailActions & { replyToLead: ReplyAction };

/** What every way to write at a lead gets. `subject`: of the last mail, to go on with. */
export type Writing = {
  userId: string;
  lead: Pick<LeadDetail, "id" | "name" | "email" | "phone" | "mail">;
  subject: string;
  /** Null where nothing can be written by WhatsApp. */
  chat: ShownChat | null;
  /** Where the lead books a meeting with the person; null where nothing can be booked. */
  bookingUrl: string | null;
  actions: TalkActions;
  /** Shows the conversation anew. */
  onChanged: () => Promise<void>;
};
