import type { SettingsHint } from "@/lib/live/hub";
import { dashboard } from "./dashboard";
import type { SettingsMemory } from "./settings-memory";

/**
 * Reads a row again when a hint tells of a version that is not known. Most hints are echoes of this browser's own
 * saves and arrive before their answer does: while one is under way, the answer is waited for, and usually suffices.
 */
export function createHintFollower(memory: SettingsMemory, readAgain: (scope: string | null) => void) {
  const heard = new Map<string | null, number>();

  function follow() {
    for (const [scope, version] of [...heard]) {
      const document = memory.state().documents.get(scope);
      const isKnown = (document?.snapshot?.version ?? -1) >= version;
      if (!isKnown && document?.sending && !document.trouble) continue;
      heard.delete(scope);
      if (!isKnown) readAgain(scope);
    }
  }
  memory.subscribe(follow);

  return ({ section, project_id: scope, version }: SettingsHint) => {
    if (section !== dashboard.name) return;
    heard.set(scope, Math.max(version, heard.get(scope) ?? 0));
    follow();
  };
}
