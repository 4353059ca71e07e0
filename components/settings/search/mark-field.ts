/** How long a field that was looked for stays marked. */
const markedMs = 2_400;
/** A page that still reads its settings shows its fields later; after this it will not. */
const patienceMs = 10_000;

/** What sets the value, before what takes it back: a row may have a button for that too. */
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

/**
 * Brings the field with this id before the person's eyes, gives the keyboard to its control and marks it for a moment;
 * waits for a page that is still on its way. The function returned gives up.
 */
export function markField(id: string): () => void {
  const timers: ReturnType<typeof setTimeout>[] = [];
  const found = () => {
    const field = document.getElementById(id);
    if (!field) return false;
    // After whatever the page itself scrolls when it appears: the first to move would stop the other.
    requestAnimationFrame(() =>
      field.scrollIntoView?.({ block: "center", behavior: isStill() ? "auto" : "smooth" }),
    );
    controlOf(field)?.focus({ preventScroll: true });
    field.dataset.marked = "";
    timers.push(setTimeout(() => delete field.dataset.marked, markedMs));
    return true;
  };
  if (found()) return () => undefined;
  const observer = new MutationObserver(() => found() && observer.disconnect());
  observer.observe(document.body, { childList: true, subtree: true });
  timers.push(setTimeout(() => observer.disconnect(), patienceMs));
  return () => observer.disconnect();
}
