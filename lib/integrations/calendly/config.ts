import { z } from "zod";
import { providerAddress } from "@/lib/integrations/config/address";

/** Credentials of the app that is registered at Calendly; null without them: people connect by a key of their own. */
export type CalendlyApp = Readonly<{
  clientId: string;
  clientSecret: string;
  signingKeys: readonly string[];
}>;
export type CalendlyConfig = Readonly<{ apiUrl: string; authUrl: string; app: CalendlyApp | null }>;

const schema = z.object({
  CALENDLY_API_URL: providerAddress.default("https://api.calendly.com"),
  CALENDLY_AUTH_URL: providerAddress.default("https://auth.calendly.com"),
  CALENDLY_CLIENT_ID: z.string().optional(),
  CALENDLY_CLIENT_SECRET: z.string().optional(),
  /** Several with commas, while one is changed for another. */
  CALENDLY_WEBHOOK_SIGNING_KEY: z
    .string()
    .default("")
    .transform((list) => list.split(",").flatMap((key) => key.trim() || [])),
});

/** Throws where a variable is malformed: tokens must not go to another address than was meant. */
export function calendlyConfig(given: Readonly<Record<string, string | undefined>>): CalendlyConfig {
  const named = Object.entries(given).filter(([name, value]) => name.startsWith("CALENDLY_") && value);
  const read = schema.parse(Object.fromEntries(named));
  const { CALENDLY_CLIENT_ID: clientId, CALENDLY_CLIENT_SECRET: clientSecret } = read;
  return {
    apiUrl: read.CALENDLY_API_URL,
    authUrl: read.CALENDLY_AUTH_URL,
    app:
      clientId && clientSecret
        ? { clientId, clientSecret, signingKeys: read.CALENDLY_WEBHOOK_SIGNING_KEY }
        : null,
  };
}
