import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { addresses, appLog } from "./addresses";
import { onDevice } from "./device";
import { dump } from "./dump";
import type { Rows } from "./rows";

/**
 * Remembers from now on all that the app sends to a page. The answer adds what the person's file, their device, the log
 * and a dump of the database hold: whatever opens an account of theirs may be in none of it.
 */
export function watch(page: Page): (rows: Rows) => Promise<string> {
  const seen: Promise<string>[] = [];
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => void seen.push(Promise.resolve(String(payload)))),
  );
  page.on("response", (response) => {
    if (!response.url().startsWith(addresses.app)) return;
    seen.push(response.allHeaders().then((headers) => JSON.stringify(headers)));
    // The answer to a deed alone may show a secret, once. What a browser has thrown away is not there to be read.
    if (response.request().method() === "GET") seen.push(response.text().catch(() => ""));
  });
  return async (rows) => {
    const file = await page.request.get(new URL("/api/account/data", addresses.app).href);
    const device = JSON.stringify(await onDevice(page));
    const kept = [
      await page.content(),
      await file.text(),
      device,
      await readFile(appLog, "utf8"),
      await dump(rows),
    ];
    return [...(await Promise.all(seen)), ...kept].join("\n");
  };
}
