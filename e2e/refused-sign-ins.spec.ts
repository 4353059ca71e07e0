import { expect, test } from "./fixtures";
import { addresses, cookieNamespace } from "./harness/addresses";
import { newOwner, signUp } from "./harness/people";
import { holdSignIn } from "./harness/auth-cookies";
import { askToSignIn, open, signInOnScreen } from "./harness/steps";

const isSession = ({ name }: { name: string }) => name.startsWith(`${cookieNamespace}-auth`);

test("a damaged cookie of ours means nobody is signed in, and the session's is deleted", async ({
  page,
  context,
}) => {
  for (const purpose of ["auth", "auth.0", "appearance", "device", "project"])
    for (const value of [
      "base64-%%%",
      "base64-eyJhY2Nlc3NfdG9rZW4iOiJhLmIuYyIsInJlZnJlc2hfdG9rZW4iOiJyIn0",
      "%FF",
      "{",
    ]) {
      await context.addCookies([{ name: `${cookieNamespace}-${purpose}`, value, url: addresses.app }]);
      for (const path of ["/", "/settings/notifications", "/sign-in"]) {
        const answer = await page.request.get(path);
        expect([answer.status(), new URL(answer.url()).pathname], `${purpose}=${value} on ${path}`).toEqual([
          200,
          "/sign-in",
        ]);
      }
      expect((await context.cookies()).filter(isSession), `${purpose}=${value}`).toEqual([]);
    }
});

test("a deleted account is told that it is not signed in any more, and another may sign in", async ({
  page,
  context,
  rows,
}) => {
  const gone = await newOwner("Gone");
  await holdSignIn(context, gone);
  await rows.pool.query("delete from auth.users where id = $1", [gone.userId]);
  for (const path of ["/", "/settings/dashboard", "/welcome", "/sign-in"]) {
    await open(page, path);
    await expect(page.getByText("You were signed out"), path).toBeVisible();
  }
  const other = await newOwner("Other");
  await askToSignIn(page, other);
  await expect(page).toHaveURL(new RegExp(`/dashboard/${other.projectId}`));
});

test("an account with much metadata signs in, for its cookies carry none of it", async ({
  page,
  context,
}) => {
  const heavy = await signUp("Heavy", { note: "x".repeat(20_000) });
  await signInOnScreen(page, heavy);
  const cookies = (await context.cookies()).filter(isSession);
  expect(cookies.map(({ value }) => value).join("").length).toBeLessThan(4_000);
});
