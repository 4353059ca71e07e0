import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { asking, type EnginePage } from "./engine";

const answered = z.object({ value: z.unknown() });
const session = z.object({ sessionId: z.string() });
/** The key of a reference to an element: https://www.w3.org/TR/webdriver2/#elements */
const elementKey = "element-6066-11e4-a52e-4f735466cecf";
const element = z.object({ [elementKey]: z.string() });

const keys = { Enter: "\uE007", Escape: "\uE00C" };

/** Asks a WebDriver by its protocol (https://www.w3.org/TR/webdriver2), which is plain HTTP. */
async function command(address: string, method: "POST" | "DELETE", body?: unknown): Promise<unknown> {
  const answer = await fetch(address, { method, body: body === undefined ? null : JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${address}: ${text.slice(0, 500)}`);
  return answered.parse(JSON.parse(text)).value;
}

/** A new session of the driver at `origin`, such as http://127.0.0.1:4444. */
export async function openSession(origin: string, capabilities: object) {
  const opened = await command(`${origin}/session`, "POST", { capabilities: { alwaysMatch: capabilities } });
  const address = `${origin}/session/${session.parse(opened).sessionId}`;
  const post = (path: string, body: object = {}) => command(`${address}${path}`, "POST", body);
  const typeKeys = (text: string) =>
    post("/actions", {
      actions: [
        {
          type: "key",
          id: "keyboard",
          actions: [...text].flatMap((value) => [
            { type: "keyDown", value },
            { type: "keyUp", value },
          ]),
        },
      ],
    });

  const ask = asking((expression) =>
    // A promise is awaited before it is answered.
    post("/execute/sync", { script: `return ${expression}`, args: [] }),
  );
  /** The driver is told to wait for no page, so that a test can look at one that is being left. */
  async function navigate(leave: () => Promise<unknown>) {
    await ask(() => void Reflect.set(window, "isLeft", true));
    await leave();
    const isThere = () => !Reflect.has(window, "isLeft") && document.readyState === "complete";
    while (!(await ask(isThere).catch(() => false))) await delay(20);
  }

  const page: EnginePage = {
    goto: (url) => navigate(() => post("/url", { url })),
    back: () => post("/back").then(() => undefined),
    reload: () => navigate(() => post("/refresh")),
    ask,
    async click(selector) {
      // In the middle, where nothing that sticks to an edge lies over it.
      await ask((wanted) => document.querySelector(wanted)?.scrollIntoView({ block: "center" }), selector);
      const found = element.parse(await post("/element", { using: "css selector", value: selector }));
      await post(`/element/${found[elementKey]}/click`);
    },
    type: async (text) => void (await typeKeys(text)),
    press: async (key) => void (await typeKeys(keys[key])),
  };
  await post("/window/rect", { x: 0, y: 0, width: 1280, height: 900 });
  return { page, end: () => command(address, "DELETE") };
}
