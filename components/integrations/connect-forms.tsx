import type { ComponentType } from "react";
import { MailConnect } from "./mail/mail-connect";
import { TestMailButton } from "./mail/test-mail-button";

/** What asks for that which connects a provider of `by: "form"`; `again`: it is connected. */
export const connectForms: Readonly<Record<string, ComponentType<{ again: boolean }>>> = {
  email: MailConnect,
};

/** What a provider that fetches nothing has in the place of "Fetch now". */
export const ownDeeds: Readonly<Record<string, ComponentType>> = { email: TestMailButton };
