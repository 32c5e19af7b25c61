import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { formatAmount } from "@/lib/dues/amounts";
import { mailSubject } from "../admission";
import { DEMO, expect, nextMail, signInAs, test } from "../world";

const PASSWORD = "trois parapluies rouges";

/** One person, as the club's table has them. */
function madeFile(locale: Locale) {
  const mark = randomBytes(4).toString("hex");
  const email = `month-${mark}@example.org`;
  const language = locale === "zh" ? "中文" : "Français";
  const rows = [
    "Nom;Prénom;E-mail;Organisation;Langue",
    `Delorme;Zoé;${email};Maison ${mark};${language}`,
  ];
  const buffer = Buffer.from(rows.join("\r\n"));
  return { email, mark, file: { name: "membres.csv", mimeType: "text/csv", buffer } };
}

async function until(page: Page, words: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    const heading = page.getByRole("heading", { name: words, exact: true });
    await expect(heading).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
}

/** Brings the person in, and writes to them. */
async function bringIn(desk: Page, locale: Locale, file: ReturnType<typeof madeFile>["file"]) {
  const [t, arrivals] = [getTranslator(locale, "imports"), getTranslator(locale, "arrivals")];
  await desk.goto(`/${locale}/admin/import`);
  await desk.getByLabel(t("page.file.label"), { exact: true }).setInputFiles(file);
  await desk.getByRole("button", { name: t("page.file.send") }).click();
  await desk.getByRole("button", { name: t("page.start.submit", { count: 1 }) }).click();
  await until(desk, t("page.done.title"));
  await desk.getByRole("button", { name: arrivals("ofImport.send", { count: 1 }) }).click();
  await expect(desk.getByText(getTranslator(locale, "notices")("linksQueued"))).toBeVisible();
}

/** Comes in by the mailed link, and corrects the name on the way. */
async function comeIn(page: Page, locale: Locale, email: string) {
  const mail = await nextMail(email, mailSubject(locale, "comeIn"));
  const link = /http\S+\/come-in\?token=[\w-]+/.exec(mail.text)?.[0] ?? "";
  expect(link).toContain(`/${locale}/come-in`);
  await page.goto(link);
  const [profile, joins] = [
    getTranslator(locale, "members"),
    getTranslator(locale, "applications"),
  ];
  const choose = getTranslator(locale, "accounts");
  await page.getByLabel(profile("profile.familyName"), { exact: true }).fill("Delorme-Blanc");
  for (const purpose of ["charter", "privacy-notice", "members-directory"] as const) {
    await page.getByLabel(joins(`consents.${purpose}`)).check();
  }
  await page.getByLabel(choose("choose.password"), { exact: true }).fill(PASSWORD);
  await page.getByLabel(choose("choose.passwordAgain")).fill(PASSWORD);
  await page
    .getByRole("button", { name: getTranslator(locale, "arrivals")("page.submit") })
    .click();
  await expect(page).toHaveURL(new RegExp(`/${locale}/home`));
}

for (const locale of ["fr", "zh"] as const) {
  test.describe(locale === "zh" ? "without JavaScript" : "with JavaScript", () => {
    test.use({ javaScriptEnabled: locale === "fr", viewport: { width: 360, height: 800 } });

    test(`${locale}: somebody of a file comes in, pays, lapses and is back, with one secretary`, async ({
      page,
      browser,
    }) => {
      const { email, file } = madeFile(locale);
      const office = await browser.newContext({ javaScriptEnabled: locale === "fr" });
      await signInAs(office, DEMO.administrator);
      const desk = await office.newPage();
      await bringIn(desk, locale, file);
      await comeIn(page, locale, email);

      const [account] = await query((db) =>
        db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email)),
      );
      const [t, admin] = [getTranslator(locale, "dues"), getTranslator(locale, "admin")];
      const said = getTranslator(locale, "notices");
      const member = `/${locale}/admin/members/${account?.id}`;
      await desk.goto(member);
      await expect(desk.getByRole("heading", { level: 1 })).toContainText("Delorme-Blanc");
      await desk.getByRole("link", { name: t("member.call") }).click();
      await desk.getByLabel(t("call.amount")).fill("150");
      await desk.getByRole("button", { name: t("call.submit") }).click();
      await expect(desk.getByText(said("duesCalled"))).toBeVisible();
      await desk.getByRole("button", { name: t("pay.submit") }).click();
      await expect(desk.getByText(said("duesPaid"))).toBeVisible();

      await page.goto(`/${locale}/account/dues`);
      await expect(page.getByText(t("state.paid")).first()).toBeVisible();
      await expect(page.getByText(formatAmount(15_000, locale)).first()).toBeVisible();

      await desk.goto(member);
      await desk.getByRole("button", { name: admin("account.lapse.submit") }).click();
      await expect(desk.getByText(said("memberLapsed"))).toBeVisible();
      await page.goto(`/${locale}/projects/new`);
      const accountWords = getTranslator(locale, "accounts");
      await expect(page.getByText(accountWords("standing.lapsed.text"))).toBeVisible();
      await desk.getByRole("button", { name: admin("account.reinstate.submit") }).click();
      await expect(desk.getByText(said("memberReinstated"))).toBeVisible();
      await page.goto(`/${locale}/projects/new`);
      await expect(page).toHaveURL(new RegExp(`/${locale}/projects/new$`));
      await office.close();
    });
  });
}
