import type { Random } from "@/scripts/seed/random";

/**
 * A name in its own script, and its Latin spelling for e-mail addresses. Phone numbers and domains are reserved ones.
 */
type Named = readonly [written: string, latin: string];

type Tongue = {
  weight: number;
  first: readonly Named[];
  last: readonly Named[];
  companies: readonly Named[];
  phone: (tail: string) => string;
};

const plain = (names: string): readonly Named[] =>
  names.split(" ").map((name) => [name, name.toLowerCase().replace("'", "")] as const);

const tongues: readonly Tongue[] = [
  {
    weight: 5,
    first: plain(
      "Amelia Oliver Grace Henry Freya Jack Ingrid Lars Sofia Marcus Hannah Theo Astrid Callum Priya Daniel",
    ),
    last: plain(
      "Whitfield Larsen Brooks Okafor Nilsen Hughes Patel Moreau Fletcher Berg Sinclair Doyle Hansen O'Neill",
    ),
    companies: [],
    phone: (tail) => `+44 7700 900${tail}`,
  },
  {
    weight: 3,
    first: [
      ["דנה", "dana"],
      ["יואב", "yoav"],
      ["נועה", "noa"],
      ["איתי", "itay"],
      ["מיכל", "michal"],
      ["אורי", "uri"],
      ["תמר", "tamar"],
      ["גיל", "gil"],
      ["שירה", "shira"],
      ["אלון", "alon"],
    ],
    last: [
      ["לוי", "levi"],
      ["כהן", "cohen"],
      ["מזרחי", "mizrahi"],
      ["פרידמן", "friedman"],
      ["ביטון", "biton"],
      ["שגב", "segev"],
      ["אברהם", "avraham"],
      ["רוזן", "rosen"],
      ["דיין", "dayan"],
    ],
    companies: [
      ["גגות הצפון", "gagot-hatzafon"],
      ["נווה שמש", "neve-shemesh"],
      ["בית וגן", "bait-vagan"],
      ["אופק מבנים", "ofek"],
    ],
    phone: (tail) => `+972 50 555 0${tail}`,
  },
  {
    weight: 3,
    first: [
      ["عمر", "omar"],
      ["ليلى", "layla"],
      ["يوسف", "yousef"],
      ["نور", "nour"],
      ["كريم", "karim"],
      ["سلمى", "salma"],
      ["رامي", "rami"],
      ["هدى", "huda"],
      ["طارق", "tareq"],
      ["مريم", "maryam"],
    ],
    last: [
      ["حداد", "haddad"],
      ["خوري", "khoury"],
      ["منصور", "mansour"],
      ["النجار", "alnajjar"],
      ["صالح", "saleh"],
      ["شاهين", "shaheen"],
      ["درويش", "darwish"],
      ["عبود", "abboud"],
      ["ناصر", "nasser"],
    ],
    companies: [
      ["شركة الأفق", "alofuq"],
      ["دار الضياء", "daraldiya"],
      ["نوافذ الشام", "nawafidh"],
      ["واحة الطاقة", "wahat"],
    ],
    phone: (tail) => `+971 50 555 0${tail}`,
  },
];

const international: readonly Named[] = plain(
  "Brightwater Elmstead Kestrel Tidemark Oakline Fenwick Lumina Stonegate Marlow Northgate Ridgeway Solvik",
);

export type Person = { name: string; company: string; email: string; phone: string };

/** Makes people with different names, up to the 344 combinations of the lists. */
export function peopleFrom(random: Random): () => Person {
  const taken = new Set<string>();
  const next = (): Person => {
    const tongue = random.weighted(tongues.map((one) => [one, one.weight] as const));
    const first = random.pick(tongue.first);
    const last = random.pick(tongue.last);
    const name = `${first[0]} ${last[0]}`;
    if (taken.has(name)) return next();
    taken.add(name);
    const company = random.pick([...tongue.companies, ...international]);
    const tail = String(random.between(100, 199));
    return {
      name,
      company: company[0],
      email: `${first[1]}.${last[1]}@${company[1]}.example`,
      phone: tongue.phone(tail),
    };
  };
  return next;
}
