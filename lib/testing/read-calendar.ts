import ICAL from "ical.js";

/**
 * A calendar of one meeting as a library reads it that is not ours. `value`: a property of the meeting as text; `user`: who
 * asks or is asked.
 */
export function readCalendar(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const meeting = calendar.getFirstSubcomponent("vevent");
  if (!meeting) throw new Error("there is no meeting in it");
  const value = (name: string) => String(meeting.getFirstPropertyValue(name));
  const user = (name: string) => {
    const property = meeting.getFirstProperty(name);
    return { name: property?.getFirstParameter("cn"), address: property?.getFirstValue() };
  };
  return { method: calendar.getFirstPropertyValue("method"), value, user };
}
