import type { Locator, Page } from "@playwright/test";
import { root } from "../root";
import { messagesOf } from "./catalogue";
import { marksIn } from "./marks";
import { markedKeys } from "./marked-app";
import type { Camera } from "./camera";

/** A page, or what a press on it opens, with the keys of the messages on it. `page`: the id of the page itself. */
export type Seen = Readonly<{ page: string; id: string; title: string; keys: readonly string[] }>;

const english = messagesOf(root, "en");

/** What a person sees or hears of a part of the page: texts, names and values, not the data of its scripts. */
const textOf = (part: Locator): Promise<string> =>
  part.evaluate((root) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node: Node | null = root; node; node = walker.nextNode()) {
      if (node instanceof Element) found.push(...[...node.attributes].map(({ value }) => value));
      else if (!node.parentElement?.closest("script, style, template")) found.push(node.nodeValue ?? "");
    }
    return found.join("\n");
  });

const keysIn = (text: string) => [...new Set(marksIn(text))].flatMap((number) => markedKeys[number] ?? []);

const popups = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";
const openers = "main [aria-haspopup]:not([aria-disabled=true]), header [aria-haspopup]";

/** What is folded is unfolded: its words belong to the page. */
async function unfold(page: Page) {
  for (const fold of await page.locator("main details:not([open]) > summary").all())
    await fold.click({ timeout: 2_000 }).catch(() => undefined);
  for (const fold of await page.locator("main [aria-expanded=false]:not([aria-haspopup], [role])").all())
    await fold.click({ timeout: 2_000 }).catch(() => undefined);
}

/** The page that is open, then one thing after the other that its buttons open. `known`: openers seen before. */
export async function walk(
  page: Page,
  { id, title }: { id: string; title: string },
  camera: Camera,
  known: Set<string>,
): Promise<Seen[]> {
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
  await unfold(page);
  const seen: Seen[] = [
    { page: id, id, title, keys: keysIn(`${await page.title()} ${await textOf(page.locator("html"))}`) },
  ];
  await camera.page(page, id);
  // Under a dialog that is open already nothing can be pressed.
  const pressed = (await page.locator(popups).first().isVisible()) ? [] : await page.locator(openers).all();
  for (const opener of pressed) {
    const [key] = keysIn(await textOf(opener));
    if (key === undefined || known.has(key) || !(await opener.isVisible())) continue;
    known.add(key);
    const popup = { page: id, id: `${id}-${key}`, title: `${title}: ${english.get(key)}` };
    seen.push(...(await opened(page, opener, popup, camera)));
  }
  return seen;
}

async function opened(
  page: Page,
  opener: Locator,
  place: Omit<Seen, "keys">,
  camera: Camera,
): Promise<Seen[]> {
  await opener.click({ timeout: 3_000 }).catch(() => undefined);
  const popup = page.locator(popups).last();
  const came = await popup.waitFor({ timeout: 3_000 }).then(
    () => true,
    () => false,
  );
  if (!came) return [];
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
  const keys = keysIn(await textOf(popup));
  await camera.part(popup, place.id);
  await page.keyboard.press("Escape");
  await popup.waitFor({ state: "detached", timeout: 3_000 }).catch(() => page.reload());
  return [{ ...place, keys }];
}
