"use client";

import { useEffect, useState } from "react";

/** A card of the page that is named by its heading. */
export type PageSection = { element: HTMLElement; id: string; title: string };

const read = (): PageSection[] =>
  [...document.querySelectorAll<HTMLElement>("main section[aria-labelledby]")].flatMap((element) => {
    const id = element.getAttribute("aria-labelledby") ?? "";
    const title = document.getElementById(id)?.textContent?.trim() ?? "";
    // A card within a card belongs to it.
    return title && !element.parentElement?.closest("section[aria-labelledby]")
      ? [{ element, id, title }]
      : [];
  });

const isSame = (some: readonly PageSection[], others: readonly PageSection[]) =>
  some.length === others.length &&
  some.every(
    ({ element, title }, index) => element === others[index]?.element && title === others[index]?.title,
  );

/** As far below the upper edge of the window a card has been reached. */
const reachedPx = 160;

function currentOf(sections: readonly PageSection[]): string | null {
  const { scrollY, innerHeight } = window;
  const isAtEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
  if (isAtEnd) return sections.at(-1)?.id ?? null;
  const reached = sections.findLast(({ element }) => element.getBoundingClientRect().top <= reachedPx);
  return (reached ?? sections[0])?.id ?? null;
}

/** The cards of the page as it stands, also those that come later, and the id of the one that is being read. */
export function useSections() {
  const [sections, setSections] = useState<readonly PageSection[]>([]);
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const found = read();
      setSections((known) => (isSame(known, found) ? known : found));
      setCurrent(currentOf(found));
    };
    const lookSoon = () => {
      frame ||= requestAnimationFrame(look);
    };
    lookSoon();
    const changes = new MutationObserver(lookSoon);
    const main = document.querySelector("main");
    if (main) changes.observe(main, { childList: true, subtree: true });
    window.addEventListener("scroll", lookSoon, { passive: true });
    window.addEventListener("resize", lookSoon);
    return () => {
      cancelAnimationFrame(frame);
      changes.disconnect();
      window.removeEventListener("scroll", lookSoon);
      window.removeEventListener("resize", lookSoon);
    };
  }, []);
  return { sections, current };
}
