import { getTranslator } from "@/lib/core/i18n/translator";
import { DEMO, expect, newMember, nextMail, signInAs, test } from "../world";

const NAMES = { fr: ["Perrochat", "Lucie"], zh: ["Zhuge", "Wen"] } as const;

for (const locale of ["fr", "zh"] as const) {
  test.describe(locale === "zh" ? "without JavaScript" : "with JavaScript", () => {
    test.use({ javaScriptEnabled: locale === "fr", viewport: { width: 360, height: 800 } });

    test(`${locale}: a membership lapses, its person reads on and is back with one act`, async ({
      page,
      browser,
    }) => {
      const [family, given] = NAMES[locale];
      const member = await newMember(locale, family, given);
      const [admin, accounts] = [getTranslator(locale, "admin"), getTranslator(locale, "accounts")];
      const said = getTranslator(locale, "notices");
      const office = await browser.newContext({ javaScriptEnabled: locale === "fr" });
      await signInAs(office, DEMO.administrator);
      const desk = await office.newPage();
      await desk.goto(`/${locale}/admin/members/${member.accountId}`);
      await desk.getByRole("button", { name: admin("account.lapse.submit") }).click();
      await expect(desk.getByText(said("memberLapsed"))).toBeVisible();
      const mail = await nextMail(
        member.email,
        getTranslator(locale, "mails")("kinds.membershipLapsed.subject"),
      );
      expect(mail.text).toMatch(/20\d\d/);

      await signInAs(page.context(), member.email);
      await page.goto(`/${locale}/home`);
      await page.getByRole("link", { name: accounts("standing.lapsed.homeLink") }).click();
      await expect(page.getByText(accounts("standing.lapsed.text"))).toBeVisible();
      await page.goto(`/${locale}/members`);
      await expect(page).toHaveURL(new RegExp(`/${locale}/members$`));
      await page.goto(`/${locale}/projects/new`);
      await expect(page).toHaveURL(new RegExp(`/${locale}/account$`));

      await page.goto(`/${locale}/account/profile`);
      const profile = getTranslator(locale, "members");
      await page.getByRole("button", { name: profile("profile.save") }).click();
      await expect(page.getByText(said("profileSaved"))).toBeVisible();

      await desk.reload();
      await desk.getByRole("button", { name: admin("account.reinstate.submit") }).click();
      await expect(desk.getByText(said("memberReinstated"))).toBeVisible();
      await page.goto(`/${locale}/projects/new`);
      await expect(page).toHaveURL(new RegExp(`/${locale}/projects/new$`));
      await office.close();
    });
  });
}
