import * as z from "zod/mini";
import { isStorableText } from "@/lib/settings/storable-text";

/**
 * Schemas of the account forms, shared by form and action. Messages are keys of `errors.fields`: each is shown in the
 * reader's language. zod/mini, because forms carry it: one import of all of zod in any page keeps all of it in every page.
 */
const email = z.pipe(z.string().check(z.trim(), z.toLowerCase()), z.email("email"));
/** The password hash reads 72 bytes and silently ignores the rest. */
const newPassword = z.string().check(
  z.minLength(8, "passwordShort"),
  z.refine((value) => new TextEncoder().encode(value).length <= 72, "passwordLong"),
);

const name = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, "required"),
    z.maxLength(80, "tooLong"),
    z.refine(isStorableText, "characters"),
  );
const password = z.string().check(z.minLength(1, "required"), z.maxLength(256));

export const signInSchema = z.strictObject({ email, password });
export const signUpSchema = z.strictObject({ name, email, password: newPassword });
export const resetRequestSchema = z.strictObject({ email });
export const newPasswordSchema = z.strictObject({ password: newPassword });
export const workspaceSchema = z.strictObject({ name, project: name });

/** The query of a link in a mail. */
export const mailLinkSchema = z.strictObject({
  token_hash: z.string().check(z.minLength(1), z.maxLength(512), z.refine(isStorableText)),
  type: z.enum(["signup", "email", "magiclink", "recovery", "invite", "email_change"]),
});

export type MailLink = z.infer<typeof mailLinkSchema>;
