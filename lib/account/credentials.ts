import * as s from "@/lib/schema";
import { withoutInvisibleMarks } from "@/lib/vocabulary/invisible-marks";
import { isStorableText } from "@/lib/settings/storable-text";

/**
 * Schemas of the account forms, shared by form and action. Messages are keys of `errors.fields`: each is shown in the
 * reader's language.
 */
const email = s.pipe(
  s.string(s.overwrite(withoutInvisibleMarks), s.trim(), s.toLowerCase()),
  s.email("email"),
);
/** The password hash reads 72 bytes and silently ignores the rest. */
const newPassword = s.string(
  s.minLength(8, "passwordShort"),
  s.refine((value: string) => new TextEncoder().encode(value).length <= 72, "passwordLong"),
);

const name = s.string(
  s.trim(),
  s.minLength(1, "required"),
  s.maxLength(80, "tooLong"),
  s.refine(isStorableText, "characters"),
);
const password = s.string(s.minLength(1, "required"), s.maxLength(256));

export const signInSchema = s.strictObject({ email, password });
export const signUpSchema = s.strictObject({ name, email, password: newPassword });
export const resetRequestSchema = s.strictObject({ email });
/** `current`: the old password, which a recovery by mail stands in for. */
export const newPasswordSchema = s.strictObject({ password: newPassword, current: s.optional(password) });
export const passwordChangeSchema = s.strictObject({ current: password, password: newPassword });
export const nameSchema = s.strictObject({ name });
export const emailChangeSchema = s.strictObject({ email, current: password });
/** `email`: the person's own, typed once more. */
export const deletionSchema = s.strictObject({ email, current: password });
/** Null: all but the one that asks. */
export const endSignInsSchema = s.strictObject({ signInId: s.nullable(s.uuid()) });
export const workspaceSchema = s.strictObject({ name, project: name });

/** The query of a link in a mail. */
export const mailLinkSchema = s.strictObject({
  token_hash: s.string(s.minLength(1), s.maxLength(512), s.refine(isStorableText)),
  type: s.oneOf(["signup", "email", "magiclink", "recovery", "invite", "email_change"]),
});

export type MailLink = s.ValueOf<typeof mailLinkSchema>;
