import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Agent } from "node:https";
import { expect, test } from "@playwright/test";
import puppeteer from "puppeteer-core";
import webpush from "web-push";
import { aMessage } from "@/lib/notifications/channels/message.test-support";
import { pushSender } from "@/lib/notifications/channels/push/push";
import { listen } from "../../local/providers/http";
import { startFirefoxPushServer } from "../../local/providers/push/firefox-server";
import { findFirefox } from "../../scripts/engines";

const worker = readFileSync("public/sw.js");

/** A bare page of one origin with the product's worker: what is tested is the worker and the sender, not the app. */
async function startSite() {
  const files = new Map([
    ["/sw.js", { type: "text/javascript", body: worker }],
    ["/offline", { type: "text/html", body: Buffer.from("<!doctype html>offline") }],
    ["/", { type: "text/html", body: Buffer.from("<!doctype html><title>Push</title>") }],
  ]);
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? "/", "http://local").pathname);
    response.writeHead(file ? 200 : 404, { "content-type": file?.type ?? "text/plain" }).end(file?.body);
  });
  const { port, stop } = await listen(server, 0);
  return { url: `http://127.0.0.1:${port}/`, stop };
}

const openFirefox = (pushServer: string) =>
  puppeteer.launch({
    browser: "firefox",
    executablePath: findFirefox() ?? "",
    headless: true,
    extraPrefsFirefox: {
      "dom.push.enabled": true,
      "dom.push.connection.enabled": true,
      "dom.push.serverURL": pushServer,
      "dom.push.testing.allowInsecureServerURL": true,
      "dom.push.testing.ignorePermission": true,
      "permissions.default.desktop-notification": 1,
      "alerts.useSystemBackend": false,
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
    },
  });

const undo: (() => Promise<void>)[] = [];
test.afterEach(async () => {
  for (const stop of undo.splice(0).reverse()) await stop();
});

test("a message goes from the sender through a push service into Firefox, and is shown in its language", async () => {
  const [site, service] = [await startSite(), await startFirefoxPushServer()];
  undo.push(site.stop, service.stop);
  const browser = await openFirefox(service.socketUrl);
  undo.push(() => browser.close());
  const { publicKey, privateKey } = webpush.generateVAPIDKeys();
  const page = await browser.newPage();
  await page.goto(site.url);
  const subscription = await page.evaluate(async (applicationServerKey) => {
    await navigator.serviceWorker.register("/sw.js?build=test");
    const registration = await navigator.serviceWorker.ready;
    const made = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
    const { endpoint = "", keys = {} } = made.toJSON();
    return { endpoint, p256dh: keys.p256dh ?? "", auth: keys.auth ?? "" };
  }, publicKey);
  expect(subscription.endpoint).toContain(service.host);

  const config = { publicKey, privateKey, subject: "mailto:ops@ovenai.test", hosts: [service.host] };
  const send = pushSender(config, { agent: new Agent({ ca: service.certificate }) });
  const { endpoint: address, ...keys } = subscription;
  const message = aMessage({ locale: "he", subject: "דנה לוי בוערת" });
  const dispatch = { id: "1", destination: { id: "d", address, keys }, message };
  const sent = { outcome: "sent", providerId: null };
  expect(await send?.(dispatch, AbortSignal.timeout(10_000))).toEqual(sent);
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const notifications = await registration.getNotifications();
      return notifications.map(({ title, body, lang, dir }) => ({ title, body, lang, dir }));
    });
  const expected = { title: "דנה לוי בוערת", body: "She was cold this morning.", lang: "he", dir: "rtl" };
  await expect.poll(shown).toEqual([expected]);

  service.endAll();
  const gone = { outcome: "gone", reason: "endpointGone" };
  expect(await send?.(dispatch, AbortSignal.timeout(10_000))).toEqual(gone);
});
