import { expect, test } from "./fixtures";
import { newOwner } from "./harness/people";
import { open, signIn } from "./harness/steps";

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

test("a shortened address leads somewhere, and a filter without a project is kept", async ({
  page,
  newDevice,
}) => {
  const owner = await newOwner("Short");
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  await page.goto("/settings");
  await expect(page).toHaveURL("/settings/dashboard");
  const elsewhere = await newDevice();
  await signIn(elsewhere, owner);
  for (const device of [page, elsewhere]) {
    const list = `/leads?project=${owner.projectId}&heat=cold`;
    // Before anything is drawn: what a page does once it is shown would come between a person and their next step.
    const answer = await device.request.get("/leads?heat=cold", { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location]).toEqual([307, list]);
    await device.goto("/leads?heat=cold");
    await expect(device).toHaveURL(list);
  }
});
