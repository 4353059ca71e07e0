import { millisecondsOf, offsetOf, type Zone } from "@/lib/time/zone";

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes ahead of UTC as this engine has them; null where it knows the zone by none of its names. */
export function engineOffset({ names }: Zone, at: number): number | null {
  const format = names.map(formatIn).find((each) => each !== null);
  if (!format) return null;
  const written = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = /GMT([+-])(\d+):(\d+)/.exec(written) ?? [];
  return sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) : 0;
}

function formatIn(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone);
  if (known) return known;
  try {
    const made = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
    formats.set(timeZone, made);
    return made;
  } catch {
    return null;
  }
}

/** A week of each month from 2020 to 2040, and the minutes on both sides of every change that our table has. */
function moments({ changes }: Zone): number[] {
  const months = Array.from({ length: 252 }, (_, month) => Date.UTC(2020, month, 3 + (month % 27), 12));
  const edges = changes.map(({ at }) => at).filter(Number.isFinite);
  return [...months, ...edges.flatMap((at) => [at - 60_000, at])].sort((first, second) => first - second);
}

/** The moments (ISO) at which this engine and our table disagree about a zone. */
export const disagreements = (zone: Zone): string[] =>
  moments(zone)
    .filter((at) => {
      const engine = engineOffset(zone, at);
      return engine !== null && engine !== offsetOf(zone, at);
    })
    .map((at) => new Date(millisecondsOf(at)).toISOString());
