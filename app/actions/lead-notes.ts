"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { createLeadsStore } from "@/lib/leads/store";
import { isStorableText } from "@/lib/settings/storable-text";

const note = z.strictObject({
  noteId: z.uuid(),
  leadId: z.uuid(),
  body: z.string().max(4_000).regex(/\S/).refine(isStorableText),
});
const written = z.strictObject({ noteId: z.uuid() });

/** Writes a note at a lead, for everybody in its project. The id is made in the page: what comes twice is kept once. */
export async function writeNote(raw: unknown) {
  return action(note, ({ input, client }) => createLeadsStore(client).writeNote(input))(raw);
}

/** Takes back a note that the person wrote. */
export async function takeBackNote(raw: unknown) {
  return action(written, ({ input, client }) => createLeadsStore(client).takeBackNote(input.noteId))(raw);
}
