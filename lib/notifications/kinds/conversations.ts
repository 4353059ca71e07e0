import { burst, countOf, everywhere, month, textOf, week, type Kind } from "./kind";

/** What happens in the conversation with a lead. Facts: {lead_id, lead_name, changes}; never what was said. */
const conversation = {
  ...everywhere,
  category: "leadUpdates",
  collapseSeconds: burst,
  heat: null,
  sample: { lead_name: "Dana Levi", changes: 3 },
} as const;

const telling =
  (key: string): Kind["tell"] =>
  ({ lead_name, changes }) => {
    const name = textOf(lead_name);
    const count = Math.max(1, countOf(changes, 1));
    if (!name) return null;
    return {
      title: { key: `${key}.title`, values: { changes: count }, person: name },
      line: { key: `${key}.line`, words: {}, values: { changes: count } },
      look: { icon: "bell" },
    };
  };

const messageReceived: Kind = {
  ...conversation,
  lifetime: week,
  stored: {
    type: "info",
    priority: "normal",
    title: "{lead_name} wrote",
    message: "{changes, select, 1 {A message} other {{changes} messages}} came in.",
    action_url: "/leads/{lead_id}",
    collapse_key: "message.received:{lead_id}",
  },
  tell: telling("messageReceived"),
};

const messageFailed: Kind = {
  ...conversation,
  lifetime: week,
  stored: {
    type: "error",
    priority: "high",
    title: "{changes, select, 1 {A message} other {{changes} messages}} to {lead_name} did not arrive",
    message: "Write again, or reach them another way.",
    action_url: "/leads/{lead_id}",
    collapse_key: "message.failed:{lead_id}",
  },
  tell: telling("messageFailed"),
};

const needsPerson: Kind = {
  ...conversation,
  lifetime: month,
  stored: {
    type: "warning",
    priority: "high",
    title: "{lead_name} needs a person",
    message: "The chat does not go on by itself.",
    action_url: "/leads/{lead_id}",
    collapse_key: "lead.needs_person:{lead_id}",
  },
  tell: telling("leadNeedsPerson"),
};

export const conversations: readonly (readonly [string, Kind])[] = [
  ["message.received", messageReceived],
  ["message.failed", messageFailed],
  ["lead.needs_person", needsPerson],
];
