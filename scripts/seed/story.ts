import { bantMarks, type Bant } from "@/lib/vocabulary/bant";
import { heats, type Heat } from "@/lib/vocabulary/heat";
import type { Random } from "@/scripts/seed/random";

/** Minutes from the midnight (UTC) that began today; the past is negative. */
type Minutes = number;

export type StoryEvent = { kind: string; before: unknown; after: unknown; at: Minutes };
export type StoryMessage = { direction: "in" | "out"; at: Minutes; replySeconds: number | null };
export type StoryMeeting = { starts: Minutes; minutes: number; status: "scheduled" | "held" | "canceled" };

export type Story = {
  channel: string;
  heat: Heat;
  bant: Bant;
  status: "open" | "qualified" | "won" | "lost";
  value: number;
  created: Minutes;
  qualifiedAt: Minutes | null;
  wonAt: Minutes | null;
  events: StoryEvent[];
  messages: StoryMessage[];
  meetings: StoryMeeting[];
};

const minutesADay = 1440;
const historyDays = 118;

/**
 * Kinds of leads: highest step of heat, fewest and most marks, chance to cool down, chance to meet, fewest and most
 * talks.
 */
const characters = {
  ignoring: { heat: 0, marks: [0, 1], cools: 0, meets: 0, talks: [1, 2] },
  curious: { heat: 1, marks: [0, 2], cools: 0.65, meets: 0, talks: [2, 3] },
  serious: { heat: 2, marks: [3, 4], cools: 0.55, meets: 0.6, talks: [3, 5] },
  keen: { heat: 3, marks: [4, 4], cools: 0.8, meets: 0.75, talks: [3, 5] },
} as const;

const channels = [
  ["whatsapp", 38],
  ["web", 24],
  ["facebook", 16],
  ["google", 14],
  ["referral", 8],
] as const;

/** The day of `at`, at a random time between 07:00 and 19:00. */
const inOfficeHours = (random: Random, at: Minutes): Minutes =>
  Math.floor(at / minutesADay) * minutesADay + random.between(7 * 60, 19 * 60);

/** Replies are quick in the morning and slow in the afternoon, for the dashboard's insight to find. */
function replySeconds(random: Random, at: Minutes): number {
  const hour = Math.floor((((at % minutesADay) + minutesADay) % minutesADay) / 60);
  const typical = hour >= 10 && hour < 12 ? 240 : hour < 14 ? 540 : hour < 17 ? 1140 : 780;
  return Math.round(typical * (0.6 + random.unit() * 0.8));
}

/** A new lead. Recent days get more leads, because the business grows. */
export function begin(random: Random): Story {
  const daysAgo = 2 + Math.floor((historyDays - 2) * (1 - random.unit() ** 0.74));
  const created = inOfficeHours(random, -daysAgo * minutesADay);
  return {
    channel: random.weighted(channels),
    heat: "cold",
    bant: { budget: false, authority: false, need: false, timeline: false },
    status: "open",
    value: random.between(18, 260) * 100,
    created,
    qualifiedAt: null,
    wonAt: null,
    events: [{ kind: "created", before: null, after: null, at: created }],
    messages: [],
    meetings: [],
  };
}

function setHeat(story: Story, heat: Heat, at: Minutes): void {
  if (heat === story.heat) return;
  story.events.push({ kind: "heat", before: story.heat, after: heat, at });
  story.heat = heat;
}

function setStatus(story: Story, status: Story["status"], at: Minutes): void {
  story.events.push({ kind: "status", before: story.status, after: status, at });
  story.status = status;
  if (status === "qualified") story.qualifiedAt = at;
  if (status === "won") story.wonAt = at;
}

function talk(random: Random, story: Story, at: Minutes): void {
  const seconds = replySeconds(random, at);
  story.messages.push({ direction: "in", at, replySeconds: null });
  story.messages.push({ direction: "out", at: at + Math.ceil(seconds / 60), replySeconds: seconds });
}

function meet(random: Random, story: Story, at: Minutes): void {
  const starts = Math.round(inOfficeHours(random, at + random.between(2, 6) * minutesADay) / 30) * 30;
  const status = random.chance(0.1) ? "canceled" : starts < 0 ? "held" : "scheduled";
  story.meetings.push({ starts, minutes: random.pick([30, 30, 45, 60]), status });
  story.events.push({ kind: "meeting", before: null, after: null, at });
  const decided = starts + random.between(1, 6) * minutesADay;
  if (status !== "held" || decided > -minutesADay) return;
  if (random.chance(0.6)) setStatus(story, "won", decided);
  else if (random.chance(0.4)) setStatus(story, "lost", decided);
}

/** Plays a lead's story up to yesterday; events that would come later are left out. */
export function tellStory(random: Random): Story {
  const story = begin(random);
  const character =
    characters[
      random.weighted([
        ["ignoring", 28],
        ["curious", 28],
        ["serious", 24],
        ["keen", 20],
      ] as const)
    ];
  const marks = random.between(character.marks[0], character.marks[1]);
  const talks = random.between(character.talks[0], character.talks[1]);
  let at = story.created + random.between(1, 20);
  for (let step = 0; step < talks; step += 1) {
    if (at > -30) return story;
    talk(random, story, at);
    setHeat(
      story,
      heats[Math.min(character.heat, Math.ceil(((step + 1) / talks) * character.heat))] ?? "cold",
      at + 2,
    );
    for (const mark of bantMarks.slice(0, Math.ceil(((step + 1) / talks) * marks))) {
      if (story.bant[mark]) continue;
      story.bant[mark] = true;
      story.events.push({
        kind: "bant",
        before: { [mark]: false },
        after: { [mark]: true },
        at: at + 3 + bantMarks.indexOf(mark),
      });
    }
    at = inOfficeHours(random, at + random.between(1, 4) * minutesADay);
  }
  const ended = story.messages.at(-1)?.at ?? story.created;
  if (bantMarks.every((mark) => story.bant[mark])) setStatus(story, "qualified", ended + 12);
  if (story.status === "qualified" && random.chance(character.meets)) meet(random, story, ended + 25);
  const cooledAt = inOfficeHours(random, ended + random.between(4, 21) * minutesADay);
  if (story.meetings.length === 0 && cooledAt < -60 && random.chance(character.cools))
    setHeat(story, "cold", cooledAt);
  return story;
}
