import type { Person } from "./people";
import type { Rows } from "./rows";

const minuteMs = 60_000;

/** Nobody sleeps and nobody rests: what is held is held for another reason. */
export const alwaysOpen = {
  quietHours: { enabled: false, start: "22:00", end: "08:00", urgentPasses: false },
  workingHours: {
    start: "00:00",
    end: "23:59",
    days: { sun: true, mon: true, tue: true, wed: true, thu: true, fri: true, sat: true },
  },
};

/** The instant so many minutes from now. */
export const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * minuteMs).toISOString();

/** Lets quiet hours be on now, until so many minutes from now, for a person who works around the clock, in UTC. */
export async function sleepFor({ pool }: Rows, { userId }: Person, minutes: number): Promise<void> {
  const timeOf = (instant: string) => instant.slice(11, 16);
  const [start, end] = [timeOf(inMinutes(-60)), timeOf(inMinutes(minutes))];
  const days = { sun: true, mon: true, tue: true, wed: true, thu: true, fri: true, sat: true };
  await pool.query(
    "insert into public.user_notification_settings (user_id, notification_schedule) values ($1, $2)",
    [
      userId,
      {
        quietHours: { enabled: true, start, end, urgentPasses: false },
        workingHours: { start: "00:00", end: "23:59", days },
      },
    ],
  );
}
