import { z } from "zod";
import { providerAddress } from "@/lib/integrations/config/address";

/** The app at Meta that people connect their numbers to. `signupId`: of its Embedded Signup; null where there is none. */
export type WhatsappApp = Readonly<{
  appId: string;
  appSecret: string;
  apiUrl: string;
  dialogUrl: string;
  version: string;
  signupId: string | null;
  /** The platform's own number, which is nobody's to connect. */
  ownNumberId: string | null;
}>;

const schema = z.object({
  WHATSAPP_APP_ID: z.string().regex(/^\d+$/),
  WHATSAPP_APP_SECRET: z.string(),
  WHATSAPP_API_URL: providerAddress.default("https://graph.facebook.com"),
  WHATSAPP_DIALOG_URL: providerAddress.default("https://www.facebook.com"),
  WHATSAPP_API_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/)
    .default("v25.0"),
  WHATSAPP_SIGNUP_ID: z.string().regex(/^\d+$/).optional(),
  WHATSAPP_PHONE_NUMBER_ID: z.string().optional(),
});

/**
 * Null without an app: nobody can connect a number then. Throws where a variable is malformed: tokens must not go to
 * another address than was meant.
 */
export function whatsappApp(given: Readonly<Record<string, string | undefined>>): WhatsappApp | null {
  if (!given.WHATSAPP_APP_ID || !given.WHATSAPP_APP_SECRET) return null;
  const named = Object.entries(given).filter(([name, value]) => name.startsWith("WHATSAPP_") && value);
  const read = schema.parse(Object.fromEntries(named));
  return {
    appId: read.WHATSAPP_APP_ID,
    appSecret: read.WHATSAPP_APP_SECRET,
    apiUrl: read.WHATSAPP_API_URL,
    dialogUrl: read.WHATSAPP_DIALOG_URL,
    version: read.WHATSAPP_API_VERSION,
    signupId: read.WHATSAPP_SIGNUP_ID ?? null,
    ownNumberId: read.WHATSAPP_PHONE_NUMBER_ID ?? null,
  };
}
