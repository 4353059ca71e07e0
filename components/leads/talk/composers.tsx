import type { ComponentType } from "react";
import { MailComposer } from "./mail-composer";
import { NoteComposer } from "./note-composer";
import { WhatsappComposer } from "./whatsapp-composer";
import type { Writing } from "./writing";

/** The ways to write at a lead, in the words `leads.talk.reply.<key>`. A channel more is an entry more. */
export const composers: readonly Readonly<{ key: string; View: ComponentType<Writing> }>[] = [
  { key: "note", View: NoteComposer },
  { key: "email", View: MailComposer },
  { key: "whatsapp", View: WhatsappComposer },
];
