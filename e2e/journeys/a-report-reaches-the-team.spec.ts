import { transaction } from "@/db/client";
import { makeProject } from "@/db/factories";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { open, type Stage } from "../admission";
import { press } from "../applicant";
import { DEMO, expect, newMember, nextMail, test } from "../world";

const WORDS = {
  fr: { title: "Un projet qui n’est pas le leur", words: "Ce logo est le nôtre." },
  en: { title: "A project that isn’t theirs", words: "The logo is ours." },
  zh: { title: "并非他们的项目", words: "这是我们的标志。" },
} as const;

async function journey(stage: Stage) {
  const { locale } = stage;
  const { words, ...told } = WORDS[locale];
  const admin = getTranslator(locale, "admin");
  const notices = getTranslator(locale, "notices");
  const title = `${told.title} ${crypto.randomUUID().slice(0, 4)}`;
  const author = await newMember(locale, "Valcombe", "Camille");
  const text = { [locale]: title };
  const { slug } = await transaction((tx) =>
    makeProject(tx, author.memberId, {
      moderation: "published",
      originalLocale: locale,
      title: text,
      teaser: text,
    }),
  );
  const address = `/${locale}/projects/${slug}`;
  const reporter = await newMember(locale, "Perrache", "Lou");
  const member = await open(stage, reporter.email);
  const visitor = await open(stage);
  for (const { page } of [visitor, member]) {
    await page.goto(address);
    await page.getByRole("link", { name: admin("reports.link"), exact: true }).click();
    await expect(page.getByRole("heading", { name: admin("reports.title") })).toBeVisible();
    await expect(page.getByText(title)).toBeVisible();
    await page.locator('select[name="reasonCode"]').selectOption("ip-infringement");
    await page.locator('textarea[name="words"]').fill(words);
    await press(page, admin("reports.submit"));
    await expect(page.getByText(notices("reported"))).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`${address}(\\?|$)`));
  }

  const own = await open(stage, author.email);
  await own.page.goto(address);
  const link = own.page.getByRole("link", { name: admin("reports.link"), exact: true });
  await expect(link).toHaveCount(0);

  const team = await open(stage, DEMO.moderator);
  await team.page.goto(`/${locale}/admin?kind=report`);
  await team.page.getByRole("link", { name: title }).click();
  await expect(team.page.getByText(words)).toHaveCount(2);
  await expect(team.page.getByText(/Perrache/)).toBeVisible();
  await team.page.locator('textarea[name="words"]').last().fill(words);
  await press(team.page, admin("reports.case.leaveSubmit"));
  await expect(team.page.getByText(notices("decisionSaved"))).toBeVisible();
  const subject = getTranslator(locale, "mails")("kinds.reportDismissed.subject", {
    kind: "project",
  });
  const letter = await nextMail(reporter.email, subject);
  expect(letter.text).toContain(words);
  for (const { context } of [visitor, member, own, team]) await context.close();
}

test.describe.configure({ timeout: 120_000 });

const WITHOUT: Locale = "zh";

for (const locale of LOCALES) {
  const javaScriptEnabled = locale !== WITHOUT;
  const how = javaScriptEnabled ? "" : ", without JavaScript";
  test(`${locale}${how}: a visitor and a member report a project, and the team answers`, async ({
    browser,
  }) => {
    await journey({ browser, locale, javaScriptEnabled });
  });
}
