import { calendly } from "./calendly/manifest";
import { email } from "./email/manifest";
import type { Manifest } from "./manifest";
import { push } from "./push/manifest";
import { sms } from "./sms/manifest";
import { whatsapp } from "./whatsapp/manifest";

/** Everything that can be connected, in the order of its cards. */
export const providers: readonly Manifest[] = [calendly, whatsapp, email, push, sms];
