import { describe, expect, it } from "vitest";
import { aMessage } from "@/lib/notifications/channels/message.test-support";
import { pushPayload } from "@/lib/notifications/channels/push/payload";
import { aSubscription, pushOf, startWorker } from "./push-worker.test-support";

const target = "https://ovenai.test/lead/1";

describe("a push message", () => {
  it("that the server wrote is shown with its text, direction, tag, target and button", async () => {
    const { dispatch, shown } = startWorker();
    await dispatch("push", pushOf(pushPayload(aMessage({ locale: "he" }), "tag") ?? ""));
    expect(shown).toEqual([
      {
        title: "Dana Levi is burning",
        options: {
          body: "She was cold this morning.",
          lang: "he",
          dir: "rtl",
          icon: "/icon.svg",
          tag: "tag",
          renotify: true,
          actions: [{ action: "unsubscribe", title: "No more news of leads" }],
          data: { navigate: target, actions: { unsubscribe: "https://ovenai.test/unsubscribe?t=1" } },
        },
      },
    ]);
  });

  it.each([
    "",
    "garbage",
    "null",
    "{}",
    '{"web_push":8030}',
    '{"web_push":8030,"notification":null}',
    '{"web_push":1,"notification":{"title":"x"}}',
    '{"web_push":8030,"notification":{"title":5,"body":{},"dir":"up","tag":[],"actions":"x"}}',
    '{"web_push":8030,"notification":{"actions":[null,{"action":"a"}]}}',
  ])("that cannot be read is shown by the app's name: %j", async (text) => {
    const { dispatch, shown } = startWorker();
    await dispatch("push", pushOf(text));
    expect(shown).toMatchObject([{ title: "OvenAI", options: { body: "", dir: "auto" } }]);
    expect(shown[0]?.options).not.toHaveProperty("tag");
    expect(shown[0]?.options).not.toHaveProperty("actions");
  });

  it("without any data is shown, too", async () => {
    const { dispatch, shown } = startWorker();
    await dispatch("push", { data: null });
    expect(shown).toHaveLength(1);
  });

  it("has two buttons at most", async () => {
    const { dispatch, shown } = startWorker();
    const actions = ["a", "b", "c"].map((action) => ({ action, title: action, navigate: "/" }));
    await dispatch("push", pushOf(JSON.stringify({ web_push: 8030, notification: { title: "x", actions } })));
    expect(shown[0]?.options.actions).toHaveLength(2);
  });
});

describe("a press on what was pushed", () => {
  const press = async (data: unknown, action = "", tabs: string[] = []) => {
    const worker = startWorker();
    worker.tabs.push(...tabs);
    let isClosed = false;
    const notification = { data, close: () => (isClosed = true) };
    await worker.dispatch("notificationclick", { notification, action });
    expect(isClosed).toBe(true);
    return worker.did;
  };

  it("goes to the tab that shows the page, and opens a new one where none does", async () => {
    expect(await press({ navigate: target }, "", ["https://ovenai.test/", target])).toEqual([
      `focus ${target}`,
    ]);
    expect(await press({ navigate: target }, "", ["https://ovenai.test/"])).toEqual([`open ${target}`]);
  });

  it("on a button leads where the button says", async () => {
    const data = { navigate: target, actions: { unsubscribe: "/unsubscribe?t=1" } };
    expect(await press(data, "unsubscribe")).toEqual(["open https://ovenai.test/unsubscribe?t=1"]);
    expect(await press(data, "unknown")).toEqual([`open ${target}`]);
  });

  it.each([
    "https://evil.test/lead/1",
    "//evil.test",
    "https://ovenai.test.evil.test/",
    "http://ovenai.test/lead/1",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://ovenai.test@evil.test/",
    "http://",
    7,
    null,
    undefined,
  ])("never leaves the app: %j leads to its start", async (navigate) => {
    expect(await press({ navigate })).toEqual(["open https://ovenai.test/"]);
  });

  it("without any data leads to the start of the app", async () => {
    expect(await press(null)).toEqual(["open https://ovenai.test/"]);
  });
});

describe("a subscription that the browser ended", () => {
  const known = { status: 200, body: { publicKey: "key" } };
  const route = "/api/push/subscription";
  const post = (old: string | null, endpoint: string) =>
    `POST ${route} ${JSON.stringify({ old, subscription: { endpoint } })}`;

  it("is made anew by the server's key, and the server is told which one it stands for", async () => {
    const { dispatch, did } = startWorker({ subscription: known });
    const oldSubscription = aSubscription("https://push.test/old");
    await dispatch("pushsubscriptionchange", { oldSubscription });
    expect(did).toEqual([`GET ${route}`, post("https://push.test/old", "https://push.test/key")]);
  });

  it("and that the browser made anew itself is only told", async () => {
    const { dispatch, did } = startWorker({ subscription: known });
    await dispatch("pushsubscriptionchange", { newSubscription: aSubscription("https://push.test/new") });
    expect(did).toEqual([post(null, "https://push.test/new")]);
  });

  it("stays ended where the server has no key, knows nobody, or does not answer", async () => {
    for (const answer of [{ status: 200, body: { publicKey: null } }, { status: 401, body: {} }, undefined]) {
      const { dispatch, did } = startWorker({ subscription: answer });
      await dispatch("pushsubscriptionchange", {});
      expect(did).toEqual([`GET ${route}`]);
    }
  });

  it("fails where the push service is not to be had now, so that the browser may try again", async () => {
    const { dispatch, did } = startWorker({ subscription: known, subscribes: false });
    await expect(dispatch("pushsubscriptionchange", {})).rejects.toThrow("later");
    expect(did).toEqual([`GET ${route}`]);
  });
});
