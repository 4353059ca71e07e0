/** Properties that say how something looks, and none by which it could cover or leave its place. */
const properties =
  /^(color|background-color|font-(family|size|style|weight)|line-height|text-(align|decoration)|vertical-align|(max-)?width|height|(padding|margin|border)(-(top|right|bottom|left))?|border-(radius|collapse|spacing)|direction)$/;

/** Words, lengths, colours and quoted names; of functions only those of colours, never `url()`. */
const values = /^(?:[\w\s#%.,'"-]|rgba?\([\d\s.,%]+\)){1,160}$/i;

/**
 * The declarations of a style attribute that a signature may have, each judged alone: a bad one takes none of the
 * others with it. Names are compared in lower case, as browsers do.
 */
export function safeStyle(style: string): string {
  const declarations = style.split(";").flatMap((declaration) => {
    const at = declaration.indexOf(":");
    const name = declaration.slice(0, at).trim().toLowerCase();
    const value = declaration.slice(at + 1).trim();
    return at > 0 && properties.test(name) && values.test(value) ? [`${name}:${value}`] : [];
  });
  return declarations.join(";");
}
