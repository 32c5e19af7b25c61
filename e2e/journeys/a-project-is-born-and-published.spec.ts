import type { Page } from "@playwright/test";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { mailSubject } from "@/lib/core/mail/mail-subject";
import { open, type Stage } from "../admission";
import { press } from "../applicant";
import { decideEntry, writeProject } from "../project-steps";
import { readAgain } from "../read-again";
import { DEMO, expect, newMember, nextMail, test } from "../world";

const WORDS = {
  fr: {
    family: "Valcombe",
    title: "Un atelier commun de teinture à Hangzhou",
    teaser: "Deux ateliers lyonnais cherchent une teinturerie partagée pour de petites séries.",
    text: "Nous teignons ensemble de petites séries de soie, quatre fois par an, sur place.",
    better: "Nous teignons ensemble de petites séries de soie, six fois par an, sur place.",
    ask: "Précisez combien de partenaires vous cherchez.",
  },
  en: {
    family: "Ashgrove",
    title: "A shared dyeing workshop in Hangzhou",
    teaser: "Two Lyon workshops look for a shared dye house for short runs.",
    text: "We dye short runs of silk together, four times a year, on site.",
    better: "We dye short runs of silk together, six times a year, on site.",
    ask: "Say how many partners you are looking for.",
  },
  zh: {
    family: "Situ",
    title: "杭州共享染整工坊",
    teaser: "里昂两家工坊寻找一家可承接小批量订单的染整厂。",
    text: "我们每年四次在当地共同完成小批量丝绸染整。",
    better: "我们每年六次在当地共同完成小批量丝绸染整。",
    ask: "请说明需要几家合作方。",
  },
} as const;

async function signIn(page: Page, locale: Locale, email: string) {
  const t = getTranslator(locale, "accounts");
  await page.goto(`/${locale}/sign-in`);
  await page.getByLabel(t("signIn.email"), { exact: true }).fill(email);
  await page.getByRole("button", { name: t("signIn.sendCode") }).click();
  await page.waitForURL(/sign-in\/code/);
  const subject = getTranslator(locale, "mails")("kinds.signInCode.subject", { code: "" });
  const mail = await nextMail(email, subject.replace(/^[\s:：]+/u, ""));
  const [code = ""] = mail.text.match(/\d{6}/) ?? [];
  await page.locator('input[name="code"]').fill(code);
  await page.locator("main").getByRole("button").first().click();
  await page.waitForURL(new RegExp(`/${locale}/home`));
}

async function journey(stage: Stage) {
  const { locale } = stage;
  const words = WORDS[locale];
  const t = getTranslator(locale, "projects");
  const mails = getTranslator(locale, "mails");
  const title = `${words.title} ${crypto.randomUUID().slice(0, 4)}`;
  const member = await newMember(locale, words.family, "Camille");
  const subject = (kind: "projectChangesRequested" | "projectPublished" | "revisionPublished") =>
    mailSubject((values) => mails(`kinds.${kind}.subject`, values), { title });

  const { context, page } = await open(stage);
  await signIn(page, locale, member.email);
  await page.goto(`/${locale}/account/profile`);
  await page.locator(`[name="bio.${locale}"]`).fill(words.text);
  await press(page, getTranslator(locale, "members")("profile.save"));
  await expect(page.getByText(getTranslator(locale, "notices")("profileSaved"))).toBeVisible();

  const address = await writeProject(page, locale, { ...words, title });

  await decideEntry(stage, title, "changes-requested", words.ask);
  const asked = await nextMail(member.email, subject("projectChangesRequested"));
  expect(asked.text).toContain(words.ask);
  await page.goto(address);
  await expect(page.getByText(words.ask)).toBeVisible();
  await page.goto(`${address}/edit?step=check`);
  await press(page, t("editor.submit"));
  await page.waitForURL((url) => !url.pathname.endsWith("/edit"));
  await readAgain(stage, title);
  await decideEntry(stage, title, "published");
  await nextMail(member.email, subject("projectPublished"));

  const visitor = await open(stage);
  const response = await visitor.page.goto(address);
  expect(response?.status()).toBe(200);
  await expect(visitor.page.getByRole("heading", { level: 1 })).toContainText(title);
  const shown = await visitor.page.content();
  expect(shown).not.toContain(words.text);
  expect(shown).not.toContain(words.family);

  await page.goto(`${address}/edit?step=text`);
  await page.locator(`[name="summary.${locale}"]`).fill(words.better);
  await press(page, getTranslator(locale, "entries")("editor.continue"));
  await page.waitForURL(/step=partner/);
  await page.goto(`${address}/edit?step=check`);
  await press(page, getTranslator(locale, "entries")("editor.submitRevision"));
  await page.waitForURL((url) => !url.pathname.endsWith("/edit"));

  const reader = await open(stage, DEMO.member);
  await reader.page.goto(address);
  await expect(reader.page.getByText(words.text).first()).toBeVisible();
  await expect(reader.page.getByText(words.better)).toHaveCount(0);
  await decideEntry(stage, title, "published");
  await nextMail(member.email, subject("revisionPublished"));
  await reader.page.goto(address);
  await expect(reader.page.getByText(words.better).first()).toBeVisible();

  await suspend(stage, member);
  await nextMail(member.email, mails("kinds.accountSuspended.subject"));
  await page.goto(`/${locale}/home`);
  await expect(page).toHaveURL(/sign-in/);
  expect((await visitor.page.goto(address))?.status()).toBe(404);
  for (const opened of [context, visitor.context, reader.context]) await opened.close();
}

async function suspend(stage: Stage, member: { accountId: string }) {
  const { context, page } = await open(stage, DEMO.administrator);
  const t = getTranslator(stage.locale, "admin");
  await page.goto(`/${stage.locale}/admin/members/${member.accountId}`);
  await page.locator('select[name="reasonCode"]').selectOption({ index: 1 });
  await page.locator('[name="words"]').first().fill(WORDS[stage.locale].ask);
  await press(page, t("account.suspend.submit"));
  await expect(
    page.getByText(getTranslator(stage.locale, "notices")("memberSuspended")),
  ).toBeVisible();
  await context.close();
}

test.describe.configure({ timeout: 180_000 });

for (const locale of LOCALES) {
  test(`${locale}: a project is written, revised, published, changed, and hidden with its owner`, async ({
    browser,
  }) => {
    await journey({ browser, locale, javaScriptEnabled: true });
  });
}

test("fr, without JavaScript: the same, by plain forms", async ({ browser }) => {
  await journey({ browser, locale: "fr", javaScriptEnabled: false });
});
