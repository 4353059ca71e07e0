import { expect, test } from "./fixtures";

test("an address that is no text is a bad request, not a fault of ours", async ({ page }) => {
  for (const path of ["/dashboard/%FF", "/leads/%E0%A4%A", "/%C0%AF"])
    expect((await page.request.get(path)).status(), path).toBe(400);
});

test("an address that no route owns has the headers of a page", async ({ page }) => {
  const headersOf = async (path: string) => {
    const answer = await page.request.get(path);
    const { "content-security-policy": policy, "x-content-type-options": sniffing } = answer.headers();
    return { status: answer.status(), hasPolicy: policy?.includes("nonce-"), sniffing };
  };
  for (const path of ["/icon.svgX", "/favicon.icons", "/_next/imageX", "/nowhere"])
    expect(await headersOf(path), path).toEqual({ status: 404, hasPolicy: true, sniffing: "nosniff" });
});
