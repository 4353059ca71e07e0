import type { Zone } from "./zone";

/** `America/Argentina/Buenos_Aires` is Buenos Aires. */
export const cityOf = ({ id }: Pick<Zone, "id">): string => (id.split("/").at(-1) ?? id).replaceAll("_", " ");

/** Whether a zone is meant by this name: some devices say Asia/Calcutta, others Asia/Kolkata. */
export const isCalled = ({ names }: Zone, name: string): boolean => names.includes(name);

/** `UTC+05:30`; UTC itself is `UTC`. Minus is a hyphen, so that a search for `-5` finds the zone. */
export function writeOffset(minutes: number): string {
  if (minutes === 0) return "UTC";
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (figure: number) => String(figure).padStart(2, "0");
  return `UTC${minutes < 0 ? "-" : "+"}${two(hours)}:${two(rest)}`;
}
