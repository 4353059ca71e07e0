import type { SettingsHint } from "@/lib/live/hub";
import { documentId, type DocumentRef, refOf } from "@/lib/settings/document";
import type { SettingsMemory } from "./memory";

/**
 * Reads a row again when a hint tells of a version that this tab does not know. Most hints are echoes of this browser's
 * own requests and arrive before the answer does: while a request is under way, its answer is awaited first.
 */
export function createHintFollower(memory: SettingsMemory, readAgain: (projectId: string | null) => void) {
  const heard = new Map<string, { ref: DocumentRef; version: number }>();

  function follow() {
    for (const [id, { ref, version }] of [...heard]) {
      const document = memory.state().documents.get(id);
      const isKnown = (document?.snapshot?.version ?? -1) >= version;
      if (!isKnown && document?.sending && !document.trouble) continue;
      heard.delete(id);
      if (!isKnown) readAgain(ref.projectId);
    }
  }
  memory.subscribe(follow);

  return ({ section, project_id: projectId, version }: SettingsHint) => {
    const ref = refOf({ section, projectId });
    if (!ref) return;
    const id = documentId(ref);
    heard.set(id, { ref, version: Math.max(version, heard.get(id)?.version ?? 0) });
    follow();
  };
}
