import { existsSync } from "node:fs";
import { join } from "node:path";
import { sampleNames } from "@/lib/testing/sample-messages";
import { locales } from "@/lib/vocabulary/locales";
import { messagesOf } from "../messages/catalogue";
import { nearestPlace } from "../messages/nearest-place";
import { pictureOf } from "../messages/pictures";
import { type Places, placesIn } from "../messages/place-list";
import { whereUsed } from "./where-used";

type File = Readonly<{ file: string; text: string }>;

const folder = "docs/messages";

/** Mails have pictures of their own, taken by scripts/mail-pictures.ts. */
const mails: Places[number] = { page: "mails", id: "mails", title: "Mails", keys: [] };
const mailPictures = (locale: string) =>
  [...sampleNames, "ask", "stopped"].map((name) => `docs/images/mail/${name}-${locale}-light.png`);

const note =
  "<!-- Written by `npm run generate` from messages/ and docs/messages/places.json. Do not edit. -->";

/**
 * The list by which a reader goes through the words of every language: every message with its place and that place's
 * picture, a file for each page. Below those that the walk saw stand those of other moments (faults, refusals,
 * announcements) of the same page, with the file that says them.
 */
export function messagesDocs(root: string): File[] {
  const texts = locales.map((locale) => messagesOf(root, locale));
  const keys = [...messagesOf(root, "en").keys()];
  const row = (key: string, more: readonly string[] = []) =>
    `| ${[`\`${key}\``, ...texts.map((text) => cell(text.get(key) ?? "")), ...more].join(" | ")} |`;
  const places = [...placesIn(root), mails]
    .map((place) => ({ ...place, keys: place.keys.filter((key) => texts[0]?.has(key)) }))
    .filter(({ id, keys: seen }) => id === mails.id || seen.length > 0);
  const placed = new Set(places.flatMap((place) => place.keys));
  const used = whereUsed(root);
  const nearest = nearestPlace(places, used);
  const pageOf = (key: string) => (key.startsWith("mail.") ? mails.page : nearest(key));
  const rest = keys.filter((key) => !placed.has(key)).map((key) => ({ key, page: pageOf(key) }));
  const othersOf = (page: string | null) => rest.filter((other) => other.page === page).map(({ key }) => key);
  const pages = [...new Set(places.map(({ page }) => page))].map((page) => ({
    page,
    parts: places.filter((place) => place.page === page),
    others: othersOf(page),
  }));
  const lost = othersOf(null);
  if (lost.length > 0) throw new Error(`docs/messages: no page is near ${lost.join(", ")}`);
  return [
    ...pages.map(({ page, parts, others }) => ({
      file: join(root, folder, `${page}.md`),
      text: [
        note,
        "",
        ...parts.flatMap((part, index) => section(root, part, index === 0, row)),
        ...otherMoments(others, (key) => row(key, [`\`${used(key) ?? "none"}\``])),
      ].join("\n"),
    })),
    { file: join(root, "docs/messages.md"), text: index(pages, keys.length, placed.size) },
  ];
}

function otherMoments(keys: readonly string[], row: (key: string) => string): string[] {
  if (keys.length === 0) return [];
  return [
    "## In other moments",
    "",
    "| Message | English | Hebrew | Arabic | File |",
    "| --- | --- | --- | --- | --- |",
    ...keys.map(row),
    "",
  ];
}

function section(
  root: string,
  { id, title, keys }: Places[number],
  isPage: boolean,
  row: (key: string) => string,
) {
  const pictures = ["he", "ar"]
    .flatMap((locale) =>
      (id === mails.id ? mailPictures(locale) : [pictureOf(id, locale)]).map((file) => ({ locale, file })),
    )
    .filter(({ file }) => existsSync(join(root, file)))
    .map(({ locale, file }) => `![${title}, ${locale}](../../${file})`);
  return [
    `${isPage ? "#" : "##"} ${title}`,
    "",
    ...pictures.flatMap((picture) => [picture, ""]),
    ...(keys.length === 0
      ? []
      : [
          "| Message | English | Hebrew | Arabic |",
          "| --- | --- | --- | --- |",
          ...keys.map((key) => row(key)),
          "",
        ]),
  ];
}

type Page = Readonly<{ page: string; parts: Places; others: readonly string[] }>;

const index = (pages: readonly Page[], all: number, seen: number) =>
  [
    note,
    "",
    "# Messages",
    "",
    `Every message of the three languages, ${all} of each, with its place and a picture of it: ${seen} were seen there, each named at`,
    "the first place where it is; the others, at the end of a page, are of moments that the walk does not come to.",
    "`npm run messages` walks through the app anew; `npm run generate` brings the texts up to date.",
    "",
    "| Page | Seen | Other moments |",
    "| --- | --- | --- |",
    ...pages.map(
      ({ page, parts, others }) =>
        `| [${parts[0]?.title ?? page}](messages/${page}.md) | ${parts.flatMap(({ keys }) => keys).length} | ${others.length} |`,
    ),
    "",
  ].join("\n");

/** A text as a cell of a table shows it: its own signs are no Markdown and no tag. */
const cell = (text: string) =>
  text
    .replaceAll("\\", "\\\\")
    .replaceAll(/[|*_`[\]]/g, "\\$&")
    .replaceAll("<", "&lt;")
    .replaceAll("\n", "<br>");
