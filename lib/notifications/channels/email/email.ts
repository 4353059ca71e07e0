import type { Locale } from "@/lib/vocabulary/locales";
import type { Dispatch, Outcome, Send } from "../channel";
import { readAddress } from "./address";
import type { EmailConfig } from "./config";
import { type Mail, writeMail } from "./mail";
import { resendSender } from "./resend";
import { smtpSender } from "./smtp";
import type { Words } from "./words";

type HandOver = (mail: Mail, dispatchId: string, signal: AbortSignal) => Promise<Outcome>;

/** The e-mail channel of a configuration; null where there is none. `wordsOf` reads the words of a language. */
export function emailSender(
  config: EmailConfig | null,
  wordsOf: (locale: Locale) => Promise<Words>,
): Send | null {
  if (config === null) return null;
  const handOver = handOverBy(config.provider);
  return async (dispatch: Dispatch, signal: AbortSignal): Promise<Outcome> => {
    const address = readAddress(dispatch.destination.address);
    if (address === null) return { outcome: "failed", reason: "invalidAddress" };
    const mail = await writeMail(dispatch, config, await wordsOf(dispatch.message.locale));
    return handOver({ ...mail, to: address }, dispatch.id, signal);
  };
}

/** How mails are handed to a provider: each under an id, by which it is taken once where the provider can tell. */
export function handOverBy(provider: EmailConfig["provider"]): HandOver {
  if (provider.name === "resend") return resendSender(provider.account);
  const send = smtpSender(provider.server);
  return (mail, _id, signal) => send(mail, signal);
}
