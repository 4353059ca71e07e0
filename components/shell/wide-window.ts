/** As wide as `min-[87rem]:` in class names: a page of the settings leaves room at its end side, also with large text. */
const query = "(min-width: 87rem)";

export const wideWindow = {
  matches: () => matchMedia(query).matches,
  watch(onChange: () => void) {
    const list = matchMedia(query);
    list.addEventListener("change", onChange);
    return () => list.removeEventListener("change", onChange);
  },
};
