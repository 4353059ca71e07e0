import { peopleFrom, type Person } from "@/scripts/seed/people";
import { seededRandom } from "@/scripts/seed/random";
import { tellStory, type Story } from "@/scripts/seed/story";

export type SeedLead = Person & Story & { id: string; number: number };

export type SeedProject = {
  id: string;
  name: string;
  leads: SeedLead[];
  /** This month's targets. */
  targets: Record<"leads" | "qualified" | "meetings" | "revenue", number>;
};

/** A version 4 id from the kind and number of a row in the seed, so that addresses of the demo stay the same. */
export const seedId = (kind: number, number: number): string =>
  `0a7e0000-000${kind}-4000-8000-${String(number).padStart(12, "0")}`;

type ProjectPlan = Pick<SeedProject, "id" | "name" | "targets"> & { seed: number; count: number };

const plans: readonly ProjectPlan[] = [
  {
    id: seedId(2, 1),
    name: "Harbour Solar",
    targets: { leads: 24, qualified: 10, meetings: 6, revenue: 40_000 },
    seed: 110,
    count: 66,
  },
  {
    id: seedId(2, 2),
    name: "Fjord Windows",
    targets: { leads: 12, qualified: 5, meetings: 4, revenue: 18_000 },
    seed: 64,
    count: 38,
  },
  {
    id: seedId(2, 3),
    name: "Olive Press",
    targets: { leads: 8, qualified: 3, meetings: 2, revenue: 9_000 },
    seed: 189,
    count: 26,
  },
];

/** The three projects of the demo with their leads and history, the same on every call. */
export function seedProjects(): SeedProject[] {
  const nextPerson = peopleFrom(seededRandom(120));
  let number = 0;
  return plans.map(({ id, name, targets, seed, count }) => {
    const random = seededRandom(seed);
    const leads = Array.from({ length: count }, () => {
      number += 1;
      return { id: seedId(3, number), number, ...nextPerson(), ...tellStory(random) };
    });
    return { id, name, targets, leads: leads.sort((a, b) => a.created - b.created) };
  });
}
