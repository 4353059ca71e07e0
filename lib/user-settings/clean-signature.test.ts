import { expect, it } from "vitest";
import type { SettingsPatch } from "@/lib/settings/wire";
import { withCleanSignature } from "./clean-signature";

type Change = Pick<SettingsPatch, "section" | "patch">;

const signed = (signature: string | null) => ({ email: { from: "Ann", signature } });

it("stores no HTML of a signature that could run, and leaves everything else of a change alone", () => {
  const patch = { integration_settings: signed("<b>A</b><script>1</script>") };
  const change: Change = { section: "preferences", patch };
  expect(withCleanSignature(change)).toEqual({
    section: "preferences",
    patch: { integration_settings: signed("<b>A</b>") },
  });
});

it.each<Change>([
  { section: "preferences", patch: { integration_settings: signed(null) } },
  { section: "preferences", patch: { integration_settings: null } },
  { section: "preferences", patch: {} },
  { section: "dashboard", patch: { integration_settings: signed("<script>") } },
])("is no concern of $section $patch", (change) => expect(withCleanSignature(change)).toBe(change));
