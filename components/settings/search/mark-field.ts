/** How long the field stays marked. */
const markedMs = 2_400;
/** A page that still loads its settings shows the field later; after this time the search for it ends. */
const patienceMs = 10_000;

/**
 * Selectors in the order in which they are tried: the control that sets the value comes before the button that resets
 * it.
 */
const controls = [
  "input[type=radio]:checked",
  "[role=switch], [role=checkbox], [role=combobox], [aria-haspopup=dialog], input:not([type=hidden]), select, textarea",
  "button, a[href], [tabindex]",
];

function controlOf(field: HTMLElement): HTMLElement | null {
  if (field.matches(controls.join(","))) return field;
  const found = controls.map((selector) =>
    [...field.querySelectorAll<HTMLElement>(selector)].find((control) => !control.matches(":disabled")),
  );
  return found.find((control) => control !== undefined) ?? null;
}

const isStill = () => {
  const root = document.documentElement;
  return matchMedia("(prefers-reduced-motion: reduce)").matches || root.dataset.motion === "reduced";
};

/** Unfolds the part of the page that holds the field; whether there was one to unfold. A wide page folds less: its button is not there. */
function unfold(id: string): boolean {
  const fold = [...document.querySelectorAll<HTMLElement>("[data-fields]:not([aria-expanded=true])")].find(
    (button) => button.dataset.fields?.split(" ").includes(id) && (button.checkVisibility?.() ?? true),
  );
  fold?.click();
  return fold !== undefined;
}

/** The field, or what stands in its place. */
const placeOf = (id: string): HTMLElement | null =>
  document.getElementById(id) ??
  [...document.querySelectorAll<HTMLElement>("[data-stands-for]")].find((place) =>
    place.dataset.standsFor?.split(" ").includes(id),
  ) ??
  null;

/**
 * Scrolls to the field with this id or to what stands in its place, focuses its control and marks the field for a moment; waits where the page is
 * still loading. The returned function gives up.
 */
export function markField(id: string): () => void {
  const timers: ReturnType<typeof setTimeout>[] = [];
  const show = (field: HTMLElement) => {
    // Scrolls after the page's own scrolling: a second scroll would stop the first.
    requestAnimationFrame(() =>
      field.scrollIntoView?.({ block: "center", behavior: isStill() ? "auto" : "smooth" }),
    );
    controlOf(field)?.focus({ preventScroll: true });
    field.dataset.marked = "";
    timers.push(setTimeout(() => delete field.dataset.marked, markedMs));
  };
  const found = () => {
    const isUnfolding = unfold(id);
    const field = placeOf(id);
    // What was unfolded is there in a moment, and may have a fold of its own.
    if (isUnfolding) queueMicrotask(() => (field ? show(field) : unfold(id)));
    else if (field) show(field);
    return field !== null;
  };
  if (found()) return () => undefined;
  const observer = new MutationObserver(() => found() && observer.disconnect());
  observer.observe(document.body, { childList: true, subtree: true });
  timers.push(setTimeout(() => observer.disconnect(), patienceMs));
  return () => observer.disconnect();
}
