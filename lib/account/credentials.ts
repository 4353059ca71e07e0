import { z } from "zod";
import { isStorableText } from "@/lib/settings/storable-text";

/**
 * Schemas of the account forms, shared by form and action. Messages are keys of `errors.fields`: each is shown in the
 * reader's language.
 */
const email = z.string().trim().toLowerCase().pipe(z.email("email"));
/** The password hash reads 72 bytes and silently ignores the rest. */
const newPassword = z
  .string()
  .min(8, "passwordShort")
  .refine((value) => new TextEncoder().encode(value).length <= 72, "passwordLong");

const name = z.string().trim().min(1, "required").max(80, "tooLong").refine(isStorableText, "characters");

export const signInSchema = z.strictObject({ email, password: z.string().min(1, "required").max(256) });
export const signUpSchema = z.strictObject({ name, email, password: newPassword });
export const resetRequestSchema = z.strictObject({ email });
export const newPasswordSchema = z.strictObject({ password: newPassword });
export const workspaceSchema = z.strictObject({ name, project: name });

/** The query of a link in a mail. */
export const mailLinkSchema = z.strictObject({
  token_hash: z.string().min(1).max(512).refine(isStorableText),
  type: z.enum(["signup", "email", "magiclink", "recovery", "invite", "email_change"]),
});

export type MailLink = z.infer<typeof mailLinkSchema>;
