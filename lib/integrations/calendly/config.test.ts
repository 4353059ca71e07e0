import { expect, it } from "vitest";
import { calendlyConfig } from "./config";

it("is Calendly's own addresses, and no app, where nothing is set", () => {
  expect(calendlyConfig({})).toEqual({
    apiUrl: "https://api.calendly.com",
    authUrl: "https://auth.calendly.com",
    app: null,
  });
});

it("has an app only with both its id and its secret, and the keys that sign while one is changed for another", () => {
  const both = { CALENDLY_CLIENT_ID: "id", CALENDLY_CLIENT_SECRET: "secret" };
  expect(calendlyConfig({ CALENDLY_CLIENT_ID: "id", CALENDLY_CLIENT_SECRET: "" }).app).toBeNull();
  expect(calendlyConfig(both).app).toEqual({ clientId: "id", clientSecret: "secret", signingKeys: [] });
  const keys = calendlyConfig({ ...both, CALENDLY_WEBHOOK_SIGNING_KEY: " new, old,, " }).app?.signingKeys;
  expect(keys).toEqual(["new", "old"]);
});

it("takes another address by https, or of this machine, without a slash at its end; tokens go nowhere else", () => {
  for (const url of ["https://calendly.test/", "http://127.0.0.1:9", "http://localhost:9/"])
    expect(calendlyConfig({ CALENDLY_API_URL: url }).apiUrl).toBe(url.replace(/\/$/, ""));
  for (const url of ["http://calendly.test", "ftp://calendly.test", "calendly.test", "http://127.0.0.1.test"])
    expect(() => calendlyConfig({ CALENDLY_AUTH_URL: url })).toThrow("CALENDLY_AUTH_URL");
});
