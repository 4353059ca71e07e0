import { existsSync } from "node:fs";
import { join } from "node:path";
import { locales } from "@/lib/vocabulary/locales";
import { messagesOf } from "../messages/catalogue";
import { pictureOf } from "../messages/pictures";
import { type Places, placesIn } from "../messages/place-list";
import { whereUsed } from "./where-used";

type File = Readonly<{ file: string; text: string }>;

const folder = "docs/messages";
const note =
  "<!-- Written by `npm run generate` from messages/ and docs/messages/places.json. Do not edit. -->";

/**
 * The list by which a reader goes through the words of every language: every message with its place and that place's
 * picture, a file for each page, and a file of those that are on no page that was walked through.
 */
export function messagesDocs(root: string): File[] {
  const texts = locales.map((locale) => messagesOf(root, locale));
  const keys = [...messagesOf(root, "en").keys()];
  const row = (key: string, more: readonly string[] = []) =>
    `| ${[`\`${key}\``, ...texts.map((text) => cell(text.get(key) ?? "")), ...more].join(" | ")} |`;
  const places = placesIn(root)
    .map((place) => ({ ...place, keys: place.keys.filter((key) => texts[0]?.has(key)) }))
    .filter((place) => place.keys.length > 0);
  const placed = new Set(places.flatMap((place) => place.keys));
  const rest = keys.filter((key) => !placed.has(key));
  const pages = new Map(
    places.map(({ page }) => [page, places.filter((place) => place.page === page)] as const),
  );
  const used = whereUsed(root);
  return [
    ...[...pages].map(([page, parts]) => ({
      file: join(root, folder, `${page}.md`),
      text: [note, "", ...parts.flatMap((part, index) => section(root, part, index === 0, row))].join("\n"),
    })),
    {
      file: join(root, folder, "not-pictured.md"),
      text: [
        note,
        "",
        "# Not pictured",
        "",
        "Messages of moments that the walk does not come to (faults, refusals, announcements, mails), each with the file that says it.",
        "",
        "| Message | English | Hebrew | Arabic | File |",
        "| --- | --- | --- | --- | --- |",
        ...rest.map((key) => row(key, [`\`${used(key) ?? "none"}\``])),
        "",
      ].join("\n"),
    },
    { file: join(root, "docs/messages.md"), text: index(pages, keys.length, rest.length) },
  ];
}

function section(
  root: string,
  { id, title, keys }: Places[number],
  isPage: boolean,
  row: (key: string) => string,
) {
  const pictures = ["he", "ar"]
    .map((locale) => ({ locale, file: pictureOf(id, locale) }))
    .filter(({ file }) => existsSync(join(root, file)))
    .map(({ locale, file }) => `![${title}, ${locale}](../../${file})`);
  return [
    `${isPage ? "#" : "##"} ${title}`,
    "",
    ...pictures.flatMap((picture) => [picture, ""]),
    "| Message | English | Hebrew | Arabic |",
    "| --- | --- | --- | --- |",
    ...keys.map((key) => row(key)),
    "",
  ];
}

const index = (pages: ReadonlyMap<string, Places>, all: number, rest: number) =>
  [
    note,
    "",
    "# Messages",
    "",
    `Every message of the three languages, ${all} of each, with its place: ${all - rest} stand under the pictures of where they are seen, each`,
    `at the first place where it is, and ${rest} under [not pictured](messages/not-pictured.md), with the file that says them.`,
    "`npm run messages` walks through the app anew; `npm run generate` brings the texts up to date.",
    "",
    "| Page | Messages |",
    "| --- | --- |",
    ...[...pages].map(
      ([page, parts]) =>
        `| [${parts[0]?.title ?? page}](messages/${page}.md) | ${parts.reduce((sum, { keys }) => sum + keys.length, 0)} |`,
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
