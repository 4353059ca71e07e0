import { storedSignature } from "@/lib/integrations/email/signature/signature";
import { setAt, valueAt } from "@/lib/settings/patch";
import type { SettingsPatch } from "@/lib/settings/wire";

const path = "integration_settings.email.signature";

/**
 * A change with its signature as it may be stored. The same text gives the same result, so that a request that is sent
 * again stays the same request. Any other change is left as it is.
 */
export function withCleanSignature<Change extends Pick<SettingsPatch, "section" | "patch">>(
  change: Change,
): Change {
  const signature = change.section === "preferences" ? valueAt(change.patch, path) : undefined;
  if (typeof signature !== "string") return change;
  return { ...change, patch: setAt(change.patch, path, storedSignature(signature)) };
}
