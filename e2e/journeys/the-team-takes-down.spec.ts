import { transaction } from "@/db/client";
import { makeProject } from "@/db/factories";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { open, type Stage } from "../admission";
import { press } from "../applicant";
import { DEMO, expect, newMember, nextMail, test } from "../world";

const WORDS = {
  fr: {
    title: "Une offre qui n’existe pas",
    words: "Trois des chiffres sont faux.",
    appeal: "Ils sont ceux de la presse.",
  },
  en: {
    title: "An offer that isn’t there",
    words: "Three of the figures are wrong.",
    appeal: "They are the papers’ own.",
  },
  zh: { title: "并不存在的项目", words: "其中三个数字有误。", appeal: "数字来自公开报道。" },
} as const;

const opening = (subject: string) => subject.split(/[:：{「“«]/u)[0]?.trim() ?? subject;

async function journey(stage: Stage) {
  const { locale } = stage;
  const words = WORDS[locale];
  const admin = getTranslator(locale, "admin");
  const notices = getTranslator(locale, "notices");
  const subjectOf = (kind: "takenDown" | "putBack") =>
    opening(
      getTranslator(locale, "mails")(`kinds.${kind}.subject`, { kind: "project", title: "" }),
    );
  const title = `${words.title} ${crypto.randomUUID().slice(0, 4)}`;
  const author = await newMember(locale, "Valcombe", "Camille");
  const text = { [locale]: title };
  const { slug } = await transaction((tx) =>
    makeProject(tx, author.memberId, {
      moderation: "published",
      originalLocale: locale,
      title: text,
      teaser: text,
      searchPublic: title.toLowerCase(),
    }),
  );
  const address = `/${locale}/projects/${slug}`;
  const visitor = await open(stage);
  const found = visitor.page.getByRole("link", { name: title });
  await visitor.page.goto(`/${locale}/projects`);
  await expect(found.first()).toBeVisible();

  const team = await open(stage, DEMO.moderator);
  await team.page.goto(address);
  const take = admin("takeDown.take", { kind: "project" });
  await team.page.locator("main summary", { hasText: take }).click();
  // Refused without a script, the fold comes back closed and shows what was refused all the same.
  await press(team.page, take);
  await expect(team.page.locator("[data-error-summary]")).toBeVisible();
  await team.page.locator('select[name="reasonCode"]').selectOption("misleading");
  await team.page.locator('textarea[name="words"]').first().fill(words.words);
  await press(team.page, take);
  await expect(team.page.getByText(notices("takenDown"))).toBeVisible();
  await expect(team.page.getByText(words.words)).toBeVisible();

  expect((await visitor.page.goto(address))?.status()).toBe(404);
  await visitor.page.goto(`/${locale}/projects`);
  await expect(found).toHaveCount(0);
  const member = await open(stage, DEMO.member);
  expect((await member.page.goto(address))?.status()).toBe(404);

  const letter = await nextMail(author.email, subjectOf("takenDown"));
  expect(letter.text).toContain(title);
  expect(letter.text).toContain(words.words);
  const own = await open(stage, author.email);
  expect((await own.page.goto(address))?.status()).toBe(200);
  await expect(own.page.getByText(words.words)).toBeVisible();
  const putsBack = admin("takeDown.back", { kind: "project" });
  await expect(own.page.getByText(putsBack)).toHaveCount(0);
  const appeal = own.page.locator("main summary", { hasText: admin("takeDown.appeal") });
  await appeal.click();
  await own.page.locator('textarea[name="words"]').first().fill(words.appeal);
  await press(own.page, admin("takeDown.appealSubmit"));
  await expect(own.page.getByText(notices("appealed"))).toBeVisible();
  await expect(appeal).toHaveCount(0);
  const office = await open(stage, DEMO.administrator);
  await office.page.goto(`/${locale}/admin?kind=report`);
  await office.page.getByRole("link", { name: title }).first().click();
  await expect(office.page.getByText(words.appeal)).toBeVisible();
  await expect(
    office.page.getByRole("button", { name: admin("reports.appealed.leaveSubmit") }),
  ).toBeVisible();
  // Their own list calls it as its page does.
  await own.page.goto(`/${locale}/projects?mine=1`);
  const row = own.page.locator("main li", { has: own.page.getByRole("link", { name: title }) });
  await expect(row).toContainText(getTranslator(locale, "entries")("takenDown.project"));
  await expect(row).not.toContainText(getTranslator(locale, "enums")("moderation.published"));
  await expect(row).not.toContainText(getTranslator(locale, "projects")("next.published"));

  await team.page.goto(address);
  await team.page.locator("main summary", { hasText: putsBack }).click();
  await press(team.page, putsBack);
  await expect(team.page.getByText(notices("putBack"))).toBeVisible();
  await nextMail(author.email, subjectOf("putBack"));
  expect((await visitor.page.goto(address))?.status()).toBe(200);
  for (const { context } of [visitor, team, member, own, office]) await context.close();
}

test.describe.configure({ timeout: 120_000 });

const WITHOUT: Locale = "zh";

for (const locale of LOCALES) {
  const javaScriptEnabled = locale !== WITHOUT;
  const how = javaScriptEnabled ? "" : ", without JavaScript";
  test(`${locale}${how}: the team takes a project down and puts it back`, async ({ browser }) => {
    await journey({ browser, locale, javaScriptEnabled });
  });
}
