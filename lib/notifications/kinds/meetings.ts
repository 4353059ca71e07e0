import { burst, countOf, everywhere, hour, instantOf, month, textOf, type Kind } from "./kind";

/**
 * A meeting with a lead. Facts: {lead_id, lead_name, meeting_id, starts_at}, `minutes` of a reminder, and of what changes
 * calendars {ends_at, sequence}, too. `lead_gone`: true where the lead was removed with its meeting.
 */
const meeting = {
  ...everywhere,
  heat: null,
  sample: {
    lead_name: "Dana Levi",
    meeting_id: "5f0f9a52-0b1b-4b3e-8d7e-2f4f3f6f7a10",
    starts_at: "2026-12-01T09:30:00Z",
    ends_at: "2026-12-01T10:00:00Z",
    sequence: 0,
    minutes: 15,
  },
} as const;
const stored = { action_url: "/leads/{lead_id}", collapse_key: "meeting:{meeting_id}" } as const;

const telling =
  (key: string): Kind["tell"] =>
  ({ lead_name, starts_at, minutes }) => {
    const [name, at] = [textOf(lead_name), instantOf(starts_at)];
    return name && at
      ? {
          title: { key: `${key}.title`, values: { minutes: countOf(minutes, 0) }, person: name },
          line: { key: `${key}.line`, words: {}, times: { at } },
          look: { icon: "bell" },
        }
      : null;
  };

const change = { ...meeting, category: "calendlyBookings", collapseSeconds: burst } as const;

const booked: Kind = {
  ...change,
  calendar: "REQUEST",
  lifetime: { until: "starts_at" },
  stored: {
    ...stored,
    type: "success",
    priority: "normal",
    title: "{lead_name} booked a meeting",
    message: "It begins at {starts_at}.",
  },
  tell: telling("meetingBooked"),
};

const rescheduled: Kind = {
  ...change,
  calendar: "REQUEST",
  lifetime: { until: "starts_at" },
  stored: {
    ...stored,
    type: "info",
    priority: "high",
    title: "The meeting with {lead_name} was moved",
    message: "It begins at {starts_at} now.",
  },
  tell: telling("meetingRescheduled"),
};

const canceled: Kind = {
  ...change,
  sample: { ...meeting.sample, lead_gone: false },
  calendar: "CANCEL",
  lifetime: month,
  stored: {
    ...stored,
    // A lead that went takes its meetings along: there is no page of it to lead to.
    action_url: "{lead_gone, select, true {/leads} other {/leads/{lead_id}}}",
    type: "warning",
    priority: "high",
    title: "The meeting with {lead_name} was canceled",
    message: "It would have begun at {starts_at}.",
  },
  tell: telling("meetingCanceled"),
};

const noShow: Kind = {
  ...meeting,
  category: "meetingReminders",
  collapseSeconds: burst,
  lifetime: month,
  stored: {
    ...stored,
    type: "warning",
    priority: "high",
    title: "{lead_name} did not come to the meeting",
    message: "It began at {starts_at}.",
  },
  tell: telling("meetingNoShow"),
};

/** Made ahead of the meeting. The one that comes nearer takes the place of the one before. */
const reminder: Kind = {
  ...meeting,
  category: "meetingReminders",
  collapseSeconds: hour,
  lifetime: { until: "starts_at" },
  stored: {
    type: "info",
    priority: "high",
    title: "Meeting with {lead_name} in {minutes} min",
    message: "It begins at {starts_at}.",
    action_url: "/leads/{lead_id}",
    collapse_key: "meeting.reminder:{meeting_id}",
  },
  tell: telling("meetingReminder"),
};

export const meetings: readonly (readonly [string, Kind])[] = [
  ["meeting.reminder", reminder],
  ["meeting.no_show", noShow],
  ["meeting.booked", booked],
  ["meeting.rescheduled", rescheduled],
  ["meeting.canceled", canceled],
];
