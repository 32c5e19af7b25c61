import { randomBytes } from "node:crypto";
import { makeArrival } from "@/db/arrival-factory";
import { transaction } from "@/db/client";
import { getTranslator } from "@/lib/core/i18n/translator";
import { DEMO, expect, nextMail, signInAs, test } from "../world";

const PASSWORD = "trois parapluies rouges";

for (const locale of ["fr", "zh"] as const) {
  test.describe(locale === "zh" ? "without JavaScript" : "with JavaScript", () => {
    test.use({ javaScriptEnabled: locale === "fr", viewport: { width: 360, height: 800 } });

    test(`${locale}: somebody whom the club brought in reads, corrects and comes in by their link`, async ({
      page,
      browser,
    }) => {
      const email = `arrival-${randomBytes(6).toString("hex")}@example.org`;
      const { accountId } = await transaction((tx) => makeArrival(tx, { email, locale }));
      const t = getTranslator(locale, "arrivals");
      const said = getTranslator(locale, "notices");
      const office = await browser.newContext({ javaScriptEnabled: locale === "fr" });
      await signInAs(office, DEMO.administrator);
      const desk = await office.newPage();
      await desk.goto(`/${locale}/admin/members/${accountId}`);
      await expect(desk.getByText(t("link.none"))).toBeVisible();
      let link: string;
      if (locale === "fr") {
        await desk.getByRole("button", { name: t("link.send") }).click();
        await expect(desk.getByText(said("linkSent"))).toBeVisible();
        const mail = await nextMail(email, "Ouvrez votre compte");
        link = /http\S+\/come-in\?token=[\w-]+/.exec(mail.text)?.[0] ?? "";
      } else {
        await desk.getByRole("button", { name: t("link.copy") }).click();
        link = (await desk.getByText("/come-in?token=").textContent())?.trim() ?? "";
        await desk.goto(`/${locale}/admin/members/${accountId}`);
      }
      expect(link).toContain(`/${locale}/come-in?token=`);
      await office.close();

      await page.goto(link);
      await expect(page.getByRole("heading", { name: t("page.heldTitle") })).toBeVisible();
      await expect(page.getByText(email)).toBeVisible();
      await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
      const profile = getTranslator(locale, "members");
      const joins = getTranslator(locale, "applications");
      const submit = page.getByRole("button", { name: t("page.submit") });
      await page.getByLabel(profile("profile.familyName"), { exact: true }).fill("Montorgueil");
      await submit.click();
      const errors = getTranslator(locale, "errors");
      await expect(page.getByText(errors("charterNeeded")).first()).toBeVisible();
      await expect(page.getByLabel(profile("profile.familyName"), { exact: true })).toHaveValue(
        "Montorgueil",
      );
      await page.getByLabel(joins("consents.charter")).check();
      await page.getByLabel(joins("consents.privacy-notice")).check();
      await page.getByLabel(joins("consents.members-directory")).check();
      const choose = getTranslator(locale, "accounts");
      await page.getByLabel(choose("choose.password"), { exact: true }).fill(PASSWORD);
      await page.getByLabel(choose("choose.passwordAgain")).fill(PASSWORD);
      await submit.click();
      await expect(page).toHaveURL(new RegExp(`/${locale}/home`));

      await page.goto(link);
      await expect(page.getByRole("heading", { name: t("closed.used.title") })).toBeVisible();
      await page.goto(`/${locale}/account/profile`);
      await expect(page.getByLabel(profile("profile.familyName"), { exact: true })).toHaveValue(
        "Montorgueil",
      );
    });
  });
}
