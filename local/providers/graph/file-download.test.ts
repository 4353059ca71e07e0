import { createServer, type RequestListener } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { download, mostBytes } from "@/lib/integrations/whatsapp/media/download";
import { listen } from "../http";

let stop: (() => Promise<void>) | undefined;
afterEach(() => stop?.());

async function meta(answer: RequestListener) {
  const listening = await listen(createServer(answer), 0);
  stop = listening.stop;
  return `http://127.0.0.1:${listening.port}`;
}

describe("a file of Meta's", () => {
  it("is fetched with the token, from Meta's own hosts and no other", async () => {
    const tokens: unknown[] = [];
    const apiUrl = await meta(({ headers }, response) => {
      tokens.push(headers.authorization);
      response.end("a picture");
    });
    const got = await download({ apiUrl }, "secret", `${apiUrl}/file?mid=1`);
    expect("body" in got && (await new Response(got.body).text())).toBe("a picture");
    expect(tokens).toEqual(["Bearer secret"]);
    for (const elsewhere of [
      apiUrl.replace("127.0.0.1", "localhost"),
      "https://lookaside.fbsbx.com.evil.example/file",
      "https://lookaside.fbsbx.com@evil.example/file",
      "http://lookaside.fbsbx.com/file",
      "file:///etc/passwd",
      "no address",
    ])
      expect(await download({ apiUrl }, "secret", elsewhere)).toEqual({ fault: "elsewhere" });
    expect(tokens).toHaveLength(1);
  });

  it("that leads on to somewhere else is not followed", async () => {
    let asked = 0;
    const apiUrl = await meta((_, response) => {
      asked += 1;
      response.writeHead(302, { location: "/elsewhere" }).end();
    });
    expect(await download({ apiUrl }, "secret", `${apiUrl}/file`)).toEqual({ fault: "unreachable" });
    expect(asked).toBe(1);
  });

  it("that says it is too large is not begun, and one that turns out so breaks off", async () => {
    const apiUrl = await meta(({ url }, response) => {
      if (url === "/said") response.setHeader("content-length", mostBytes + 1);
      // In two pieces, so that nothing says beforehand how long it is.
      response.write(Buffer.alloc(mostBytes));
      response.end("more");
    });
    expect(await download({ apiUrl }, "secret", `${apiUrl}/said`)).toEqual({ fault: "tooLarge" });
    const got = await download({ apiUrl }, "secret", `${apiUrl}/chunked`);
    expect("body" in got).toBe(true);
    await expect("body" in got && new Response(got.body).arrayBuffer()).rejects.toThrow();
  });

  it.each([
    [404, "gone"],
    [401, "gone"],
    [429, "unreachable"],
    [500, "unreachable"],
  ])("of which Meta answers %i is %s", async (status, fault) => {
    const apiUrl = await meta((_, response) => void response.writeHead(status).end("no"));
    expect(await download({ apiUrl }, "secret", `${apiUrl}/file`)).toEqual({ fault });
  });
});
