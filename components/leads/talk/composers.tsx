import type { ComponentType } from "react";
import type { LeadDetail } from "@/lib/leads/lead";
import { MailComposer, type MailActions } from "./mail-composer";
import { NoteComposer, type NoteActions } from "./note-composer";

export type TalkActions = NoteActions & MailActions;

/** What every way to write at a lead gets. `subject`: of the last mail, to go on with. */
export type Writing = {
  userId: string;
  lead: Pick<LeadDetail, "id" | "name" | "email" | "phone" | "mail">;
  subject: string;
  actions: TalkActions;
  /** Shows the conversation anew. */
  onChanged: () => Promise<void>;
};

/** The ways to write at a lead, in the words `leads.talk.reply.<key>`. A channel more is an entry more. */
export const composers: readonly Readonly<{ key: string; View: ComponentType<Writing> }>[] = [
  { key: "note", View: NoteComposer },
  { key: "email", View: MailComposer },
];
