"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { useSections, type PageSection } from "./use-sections";

/** Fewer cards are seen at a glance. */
const fewest = 3;

/** Scrolls to a card and gives it the keyboard, so that Tab goes on from there. */
function goTo({ element }: PageSection) {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  const isStill =
    matchMedia("(prefers-reduced-motion: reduce)").matches ||
    document.documentElement.dataset.motion === "reduced";
  element.scrollIntoView({ block: "start", behavior: isStill ? "auto" : "smooth" });
}

/** The cards of a page of the settings, and which of them is being read. */
export function SectionIndex() {
  const t = useTranslations("shell");
  const { sections, current } = useSections();
  if (sections.length < fewest) return null;
  return (
    <nav aria-label={t("sections")}>
      <p aria-hidden="true" className="ps-4 pb-2 text-xs font-medium text-ink-faint">
        {t("sections")}
      </p>
      <ul className="border-s border-line">
        {sections.map((section) => (
          <li key={section.id}>
            <button
              type="button"
              aria-current={section.id === current ? "true" : undefined}
              onClick={() => goTo(section)}
              className={cn(
                "-ms-px block w-full border-s-2 px-4 py-1.5 text-start wrap-anywhere transition-colors",
                section.id === current
                  ? "border-accent font-medium text-ink"
                  : "border-transparent text-ink-soft hover:text-ink",
              )}
            >
              {section.title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
