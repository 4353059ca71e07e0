import { z } from "zod";

const isHere = (host: string) => ["localhost", "127.0.0.1", "[::1]"].includes(host);

/**
 * Where a provider is, as the environment names it, without a slash at its end. Credentials go over TLS, but to this
 * machine. What is no address at all is said by the first check.
 */
export const providerAddress = z
  .url({ protocol: /^https?$/ })
  .refine((url) => !URL.canParse(url) || new URL(url).protocol === "https:" || isHere(new URL(url).hostname))
  .transform((url) => url.replace(/\/+$/, ""));
