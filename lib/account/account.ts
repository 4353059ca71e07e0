import { z } from "zod";

/** A device on which the person is signed in. `user_agent` is what the browser says of itself; times are ISO 8601. */
const signIn = z.object({
  id: z.uuid(),
  user_agent: z.string().nullable(),
  began_at: z.string(),
  seen_at: z.string(),
  this: z.boolean().nullable(),
});

/** What becomes of a client that only this person leads; `heir` null: nobody else is in it, and it goes. */
const departure = z.object({ client: z.string(), heir: z.string().nullable(), blocked: z.boolean() });

/** What `public.get_account` answers. */
export const accountSchema = z.object({
  user: z.object({ id: z.uuid(), email: z.string(), name: z.string() }),
  new_email: z.string().nullable(),
  sign_ins: z.array(signIn),
  departure: z.array(departure),
});

export type Account = z.infer<typeof accountSchema>;
export type SignIn = Account["sign_ins"][number];
export type Departure = Account["departure"][number];
