import { isCalled } from "@/lib/time/zone-words";
import type { Zone } from "@/lib/time/zone";

/** The device's zone and the person's, if they differ and the person has not chosen to keep theirs; otherwise null. */
export function zoneQuestion(
  deviceZone: Zone | null,
  chosen: Zone,
  keptZone: string | null,
): { device: Zone; chosen: Zone } | null {
  if (!deviceZone || deviceZone.id === chosen.id) return null;
  if (keptZone !== null && isCalled(deviceZone, keptZone)) return null;
  return { device: deviceZone, chosen };
}
