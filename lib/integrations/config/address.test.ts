import { expect, it } from "vitest";
import { providerAddress } from "./address";

const read = (url: string) => providerAddress.safeParse(url).data ?? null;

it("is taken by https, or of this machine, without slashes at its end", () => {
  expect(read("https://api.example.com//")).toBe("https://api.example.com");
  expect(read("http://127.0.0.1:9/")).toBe("http://127.0.0.1:9");
  expect(read("http://[::1]:9")).toBe("http://[::1]:9");
});

it.each(["http://api.example.com", "http://127.0.0.1.example.com", "ftp://localhost", "api.example.com", ""])(
  "is refused where credentials would go in the clear, or nowhere: %s",
  (url) => {
    expect(read(url)).toBeNull();
  },
);
