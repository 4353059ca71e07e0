import { bantMarks } from "@/lib/vocabulary/bant";
import { heats, type Heat } from "@/lib/vocabulary/heat";
import { burst, countOf, everywhere, heatOf, month, textOf, type Kind, type Params, type Told } from "./kind";

/**
 * What is judged about a lead. All of it within ten minutes is one line, of the kind that matters most, which says where
 * the heat stood before and how often something changed. Facts: {lead_id, lead_name, from, to, changes, mark, known, was}.
 */
const sample = { lead_name: "Dana Levi", from: "cold", to: "burning", changes: 3, mark: "budget", known: 2 };

/** How many changes the line stands for, where it is more than one. */
const more = "{changes, select, 1 {} other { {changes} changes.}}";

const news = {
  ...everywhere,
  collapseSeconds: burst,
  lifetime: month,
  heat: "to",
  sample,
} as const;
const stored = { action_url: "/leads/{lead_id}", collapse_key: "lead:{lead_id}" } as const;

type Facts = Readonly<{ name: string; from: Heat; to: Heat; changes: number }>;

function factsOf({ lead_name, from, to, changes }: Params): Facts | null {
  const [name, before, after] = [textOf(lead_name), heatOf(from), heatOf(to)];
  return name && before && after
    ? { name, from: before, to: after, changes: Math.max(1, countOf(changes, 1)) }
    : null;
}

/** The same way of telling for each: the lead's name in the title, its heat and the number of changes in the line. */
const told = (
  key: string,
  { name, from, to, changes }: Facts,
  extra: Record<string, string | number> = {},
): Told => ({
  title: { key: `${key}.title`, values: { to, ...extra }, person: name },
  line: {
    key: `${key}.line`,
    words: { from: `heat.${from}`, to: `heat.${to}` },
    values: { changes, ...extra },
  },
  look: { icon: "heat", heat: to },
});

const telling =
  (key: string): Kind["tell"] =>
  (params) => {
    const facts = factsOf(params);
    return facts && told(key, facts);
  };

/** `success` where the heat rises between two values, else `info`. */
function rises(from: string, to: string): string {
  const hotter = (heat: Heat) => heats.slice(heats.indexOf(heat) + 1);
  const cases = heats.slice(0, -1).map((heat) => {
    const ends = hotter(heat).map((end) => `${end} {success}`);
    return `${heat} {{${to}, select, ${[...ends, "other {info}"].join(" ")}}}`;
  });
  return `{${from}, select, ${cases.join(" ")} other {info}}`;
}

const leadHeat: Kind = {
  ...news,
  category: "heatProgressions",
  stored: {
    ...stored,
    type: rises("from", "to"),
    priority: "normal",
    title: "{lead_name} is now {to}",
    message: `Heat went from {from} to {to}.${more}`,
  },
  tell: telling("leadHeat"),
};

/** A lead that reaches the last heat: this line stands in the place of the one of its change of heat. */
const heatMilestone: Kind = {
  ...news,
  category: "heatProgressions",
  stored: {
    ...stored,
    type: "success",
    priority: "high",
    title: "{lead_name} is now {to}",
    message: `Heat went from {from} to {to}.${more}`,
  },
  tell: telling("heatMilestone"),
};

/** `mark`: which one became known, `several` for more; `known`: how many of the four are known now. */
const bantCompleted: Kind = {
  ...news,
  category: "bantQualifications",
  stored: {
    ...stored,
    type: "success",
    priority: "{known, select, 4 {high} other {normal}}",
    title: "{mark, select, several {More is} other {The {mark} is}} known of {lead_name}",
    message: `{known} of 4 BANT categories are known.${more}`,
  },
  tell(params) {
    const facts = factsOf(params);
    const mark = [...bantMarks, "several"].find((word) => word === params.mark);
    const known = countOf(params.known, 0);
    return facts && mark !== undefined && known > 0 ? told("bantCompleted", facts, { mark, known }) : null;
  },
};

const leadQualified: Kind = {
  ...news,
  category: "bantQualifications",
  stored: {
    ...stored,
    type: "success",
    priority: "high",
    title: "{lead_name} is qualified",
    message: `The lead is {to}.${more}`,
  },
  tell: telling("leadQualified"),
};

const leadWon: Kind = {
  ...news,
  category: "leadUpdates",
  stored: {
    ...stored,
    type: "success",
    priority: "high",
    title: "{lead_name} is won",
    message: `The deal is closed.${more}`,
  },
  tell: telling("leadWon"),
};

const leadCreated: Kind = {
  ...news,
  category: "leadUpdates",
  stored: {
    ...stored,
    type: "info",
    priority: "{to, select, burning {high} other {normal}}",
    title: "New lead: {lead_name}",
    message: `The lead is {to}.${more}`,
  },
  tell: telling("leadCreated"),
};

export const leadNews: readonly (readonly [string, Kind])[] = [
  ["lead.won", leadWon],
  ["lead.qualified", leadQualified],
  ["heat.milestone", heatMilestone],
  ["bant.completed", bantCompleted],
  ["lead.created", leadCreated],
  ["lead.heat", leadHeat],
];
