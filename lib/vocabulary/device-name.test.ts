import { expect, it } from "vitest";
import { deviceName, partsOfDevice } from "./device-name";

const chromeWindows =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
const agents: Record<string, string> = {
  [chromeWindows]: "Chrome on Windows",
  [`${chromeWindows} Edg/142.0.0.0`]: "Edge on Windows",
  [chromeWindows.replace("Chrome", "HeadlessChrome")]: "Chrome on Windows",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15":
    "Safari on Mac",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1":
    "Chrome on iPhone",
  "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0": "Firefox on Linux",
  "Mozilla/5.0 (Linux; Android 15; SM-S931B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36":
    "Samsung Internet on Android",
  "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36":
    "Chrome on ChromeOS",
};

it("names browser and system as their users do, though most browsers claim to be others", () => {
  for (const [userAgent, name] of Object.entries(agents)) expect(deviceName({ userAgent })).toBe(name);
});

it("believes the browser's hints more than the line of text, which is frozen", () => {
  const hints = { userAgent: chromeWindows, brands: [{ brand: "Not;A=Brand" }, { brand: "Brave" }] };
  expect(deviceName({ ...hints, platform: "macOS" })).toBe("Brave on Mac");
});

it("says nothing rather than something strange, and half where half is known", () => {
  expect(deviceName({ userAgent: "curl/8" })).toBe("");
  expect(deviceName({ userAgent: "something for Windows" })).toBe("Windows");
});

it("takes a name apart only where it was made of two", () => {
  expect(partsOfDevice("Samsung Internet on Android")).toEqual({
    browser: "Samsung Internet",
    system: "Android",
  });
  for (const name of ["", "Windows", "a on b on c"]) expect(partsOfDevice(name)).toBeNull();
});
