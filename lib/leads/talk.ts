import { z } from "zod";

const place = z.object({ at: z.iso.datetime({ offset: true }), id: z.uuid() });

/** A page of a conversation, newest first; `next`: where the page before it in time begins, null at the first entry. */
export const talkSchema = z.object({
  entries: z.array(
    place.extend({
      kind: z.enum(["note", "message", "meeting"]),
      /** Of a message: from the lead, or to them. */
      direction: z.enum(["in", "out"]).nullable(),
      channel: z.string().nullable(),
      /** How far a message came, or the status of a meeting; null where nothing is known. `unknown`: whether it was sent. */
      state: z.string().nullable(),
      subject: z.string().nullable(),
      /** Why a mail of ours was not sent: a key of `settings.integrations.problems`. */
      problem: z.string().nullable(),
      /** Of a message by WhatsApp that is no text, in Meta's word, such as `image`. */
      form: z.string().nullable(),
      /** What came with it and can be fetched, and how its file is called; it is kept nowhere here. */
      media: z.object({ name: z.string().nullable() }).nullable(),
      /** Null where the business keeps no words. */
      body: z.string().nullable(),
      /** Who wrote it; its name null where they have left. */
      actor: z.object({ name: z.string().nullable(), me: z.boolean() }).nullable(),
    }),
  ),
  next: place.nullable(),
});

export type Talk = z.infer<typeof talkSchema>;
export type TalkEntry = Talk["entries"][number];
export type TalkPlace = z.infer<typeof place>;
