/** What a script in a page can be given and can answer. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

/** How a test names a control: by its role and its name, as people and screen readers know it. */
export type Wanted = { role: Role; name: string | RegExp };
export type Role =
  "button" | "dialog" | "heading" | "link" | "menu" | "menuitem" | "option" | "status" | "switch" | "textbox";

/** One page of one browser engine, driven as a person does: with a real pointer and real keys. */
export type EnginePage = {
  /** Resolves when the document has loaded. */
  goto(address: string): Promise<void>;
  back(): Promise<void>;
  reload(): Promise<void>;
  /** `script` runs in the page and knows nothing but what it is given. */
  ask<Given extends Plain[], Answer>(
    script: (...given: Given) => Answer,
    ...given: Given
  ): Promise<Awaited<Answer>>;
  /** Presses the first element of `selector` where a person would. */
  click(selector: string): Promise<void>;
  /** Types into the element that has the focus; a key by its name, such as "Escape". */
  type(text: string): Promise<void>;
  press(key: "Enter" | "Escape"): Promise<void>;
};

export type Engine = { page: EnginePage; close(): Promise<void> };

export type EngineOptions = {
  /** IANA name: the zone of the machine that the browser runs on. */
  zone: string;
};

export type EngineName = "chromium" | "firefox" | "webkit";

type Ask = EnginePage["ask"];

/** `ask` of a page whose engine runs an expression and answers its value by way of JSON. */
export function asking(run: (expression: string) => Promise<unknown>): Ask;
export function asking<Answer>(run: (expression: string) => Promise<Answer>) {
  return (script: unknown, ...given: Plain[]) => run(`(${String(script)})(...${JSON.stringify(given)})`);
}
