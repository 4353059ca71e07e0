import { expect, test } from "./fixtures";
import { isSoak, rareVariants, scan } from "./harness/axe";
import { noNetwork } from "./harness/console";
import { forgetDevice } from "./harness/device";
import { readyForOffline } from "./harness/offline";
import { pagesWithoutNetwork } from "./harness/pages";
import { newOwner } from "./harness/people";
import { prefer, wear } from "./harness/preferences";
import { nothingSet, secondApp } from "./harness/second-app";
import { open, signIn } from "./harness/steps";

/** What cannot be shown without a network, and what can; of the latter `npm test` looks at the richest. */
const offlinePaths = isSoak ? pagesWithoutNetwork : ["/leads", "/settings/notifications"];

for (const variant of rareVariants) {
  const { locale, theme } = variant;
  test(`axe finds nothing on the offline page in ${locale}, ${theme}, whatever it stands in for`, async ({
    page,
    context,
    rows,
    complaints,
  }) => {
    complaints.expect(noNetwork);
    const owner = await newOwner("Anat");
    await prefer(rows, owner, { interface_settings: { theme, language: locale } });
    await signIn(page, owner);
    await open(page, `/dashboard/${owner.projectId}`);
    await readyForOffline(page, owner);
    await context.setOffline(true);
    for (const path of offlinePaths) {
      await page.goto(path);
      await scan(page, variant);
    }
    await context.setOffline(false);
    await forgetDevice(page);
    await context.setOffline(true);
    await page.goto("/leads");
    await expect(page.getByRole("navigation"), "nobody is known here").toHaveCount(0);
    await scan(page, variant);
  });
}

test("axe finds nothing on the page that names what has to be set up", async ({ page, context }) => {
  const app = await secondApp.start(".next", nothingSet);
  try {
    for (const { locale, theme } of rareVariants) {
      // Where nothing is set, the cookies have no prefix of their own either.
      await wear(context, { theme, language: locale }, "ovenai");
      await page.goto(`${secondApp.url}/settings/dashboard`);
      await expect(page).toHaveURL(/\/set-up$/);
      await scan(page, { locale, theme });
    }
  } finally {
    await app.stop();
  }
});
