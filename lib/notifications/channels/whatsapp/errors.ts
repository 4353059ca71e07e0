import type { Outcome } from "../channel";

const broken = (reason: string): Outcome => ({ outcome: "broken", reason });
const failed = (reason: string): Outcome => ({ outcome: "failed", reason });
const later = (reason: string): Outcome => ({ outcome: "retry", reason, afterSeconds: null });

/** Codes of the Graph API and of WhatsApp (developers.facebook.com, "Error codes"), the same in answers and in reports. */
const outcomes: Readonly<Record<number, Outcome>> = {
  0: broken("credentials"),
  3: broken("credentials"),
  10: broken("credentials"),
  190: broken("credentials"),
  131005: broken("credentials"),
  133010: broken("unverifiedSender"),
  368: broken("blocked"),
  131031: broken("blocked"),
  131042: broken("payment"),
  1: later("providerDown"),
  2: later("providerDown"),
  131000: later("providerDown"),
  131016: later("providerDown"),
  4: later("rateLimited"),
  80007: later("rateLimited"),
  130429: later("rateLimited"),
  131048: later("rateLimited"),
  131056: later("rateLimited"),
  33: broken("credentials"),
  100: failed("refused"),
  131008: failed("refused"),
  131009: failed("refused"),
  131021: failed("invalidAddress"),
  131026: failed("unreachable"),
  131030: failed("blocked"),
  130472: failed("blocked"),
  131049: failed("blocked"),
  131047: failed("windowClosed"),
  131050: { outcome: "gone", reason: "optedOut" },
  132000: broken("templateMissing"),
  132001: broken("templateMissing"),
  132005: failed("tooLarge"),
  132007: broken("templatePaused"),
  132012: broken("templateMissing"),
  132015: broken("templatePaused"),
  132016: broken("templatePaused"),
};

/** Permissions that the token lacks. */
const isPermission = (code: number) => code >= 200 && code <= 299;

/** What a refusal means. `code`: of its answer or of a report, null where there was none. */
export function outcomeOfError(
  status: number,
  { code, subcode }: Readonly<{ code: number | null; subcode: number | null }>,
  afterSeconds: number | null,
): Outcome {
  const known = code === null ? undefined : outcomes[code];
  if (known?.outcome === "retry") return { ...known, afterSeconds };
  // "Unsupported request": there is no such number, or the token may not use it.
  if (code === 100 && subcode === 33) return broken("credentials");
  if (known) return known;
  if (status === 429) return { outcome: "retry", reason: "rateLimited", afterSeconds };
  if (status >= 500) return { outcome: "retry", reason: "providerDown", afterSeconds };
  if (code === null || isPermission(code) || status === 401 || status === 403) return broken("credentials");
  return failed("refused");
}
