import { randomBytes } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fillApplication, fillIn, freshUscc, linkIn, press, type Typed } from "../applicant";
import { DEMO, expect, nextMail, signInAs, test } from "../world";

type Stage = { browser: Browser; locale: "fr" | "zh"; javaScriptEnabled: boolean };

const WORDS = {
  fr: {
    identity: { familyName: "Valcombe", givenName: "Aurore", nameOrder: "given-first" },
    name: "Valcombe",
    founded: "Atelier Valcombe",
    words: "Nous préparons une teinturerie de petites séries entre Lyon et Canton.",
    ask: "Dites-nous qui seront vos premiers clients à Canton.",
    answer: "Trois ateliers de confection de Canton, dont deux avec lettre d’intention.",
    first: "Teinture de petites séries à Canton",
    second: "Salon de printemps à Canton",
  },
  zh: {
    identity: {
      familyName: "Liang",
      givenName: "Jingyi",
      nameOrder: "family-first",
      nameZh: "梁静怡",
    },
    name: "梁静怡",
    founded: "广州岭南织染工坊",
    words: "我们正筹备一家服务里昂与广州两地的小批量染整企业。",
    ask: "请说明贵方在广州的首批客户。",
    answer: "首批客户为广州三家成衣工坊，其中两家已签意向书。",
    first: "广州小批量染整",
    second: "广州春季展会",
  },
} as const;

async function open({ browser, javaScriptEnabled }: Stage, email?: string) {
  const context = await browser.newContext({ javaScriptEnabled });
  if (email) await signInAs(context, email);
  return { context, page: await context.newPage() };
}

const mailSubject = (locale: Locale, kind: Parameters<typeof subjectOf>[1]) =>
  subjectOf(locale, kind).split("{")[0] ?? "";

function subjectOf(
  locale: Locale,
  kind: "applicationLink" | "applicationQuestion" | "applicationApproved" | "applicationRefused",
) {
  return getTranslator(locale, "mails")(`kinds.${kind}.subject`);
}

/** Asks for the link with one's address and opens the application by it. */
async function begin(page: Page, locale: Locale, email: string) {
  const t = getTranslator(locale, "applications");
  await page.goto(`/${locale}/apply`);
  await page.locator('main [name="email"]').fill(email);
  await press(page, t("start.submit"));
  await page.waitForURL(/\/apply\/sent/);
  const mail = await nextMail(email, mailSubject(locale, "applicationLink"));
  await page.goto(linkIn(mail, /\/apply\/resume/));
  await press(page, t("resume.submit"));
  await page.waitForURL((url) => url.pathname.endsWith(`/${locale}/apply`));
}

function answersOf(locale: "fr" | "zh"): Record<string, Typed> {
  const { identity, founded, words } = WORDS[locale];
  const isChinese = locale === "zh";
  const title = isChinese ? "创始人" : "Fondatrice";
  const mark = randomBytes(3).toString("hex");
  return {
    identity: { ...identity, [`jobTitle.${locale}`]: title, languages: ["fr", "zh"] },
    contact: { phone: isChinese ? "+86 138 0013 8000" : "+33 6 39 98 00 12" },
    organisation: {
      country: isChinese ? "cn" : "fr",
      organisationKind: "start-up",
      legalName: `${founded} ${mark}`,
    },
    registration: { headOffice: isChinese ? "guangzhou" : "lyon-7", headcount: "1-9" },
    presentation: { sectors: ["silk-luxury-fashion"], [`pitch.${locale}`]: words },
    china: { activityKinds: ["sourcing"], activityStage: "setting-up", cities: ["guangzhou"] },
    needs: { expectations: words, contribution: words },
    references: { category: "active" },
    charter: {
      charter: "on",
      "privacy-notice": "on",
      "transfer-to-france": "on",
      "members-directory": "on",
    },
  };
}

async function send(page: Page, locale: Locale) {
  const t = getTranslator(locale, "applications");
  await press(page, t("check.submit"));
  await page.waitForURL(/\/apply\/status/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("status.titles.submitted"));
}

/** As the moderator: opens the dossier of a name, takes it if it is free, and decides. */
async function decide(stage: Stage, name: string, verdict: string, typed: Typed = {}) {
  const t = getTranslator(stage.locale, "vetting");
  const { context, page } = await open(stage, DEMO.moderator);
  await page.goto(`/${stage.locale}/admin/applications?q=${encodeURIComponent(name)}`);
  await page.locator("main li a[href*='/admin/applications/']").first().click();
  await page.waitForURL(/\/admin\/applications\/[0-9a-f-]+/);
  const take = page.getByRole("button", { name: t("desk.take") });
  if ((await take.count()) > 0) {
    await take.click();
    await page.waitForURL(/notice=applicationTaken/);
  }
  await fillIn(page, { verdict, ...typed }, "main form:has([name=verdict])");
  await press(page, t("decide.submit"));
  await page.waitForURL(/notice=decisionSaved/);
  await context.close();
}

/** The new member's first hour: profile, organisation with its code, two activities, a colleague. */
async function settleIn(page: Page, locale: "fr" | "zh") {
  const words = WORDS[locale];
  await page.goto(`/${locale}/account/profile`);
  await fillIn(page, { [`bio.${locale}`]: words.words });
  await press(page, getTranslator(locale, "members")("profile.save"));
  await expect(page.getByText(getTranslator(locale, "notices")("profileSaved"))).toBeVisible();
  const activities = getTranslator(locale, "activities");
  for (const title of [words.first, words.second]) {
    await page.goto(`/${locale}/activities/new`);
    await fillIn(page, {
      kind: "sourcing",
      direction: "lyon-to-china",
      stage: "operating",
      sectors: ["silk-luxury-fashion"],
      cities: ["guangzhou"],
      since: "2024",
      [`title.${locale}`]: title,
      [`summary.${locale}`]: words.words,
    });
    await press(page, activities("form.add"));
    await page.waitForURL((url) => !url.pathname.endsWith("/new"));
  }
}

async function journey(stage: Stage) {
  const { locale } = stage;
  const words = WORDS[locale];
  const t = getTranslator(locale, "applications");
  const email = `applicant-${randomBytes(6).toString("hex")}@example.org`;
  const { context, page } = await open(stage);
  const answers = answersOf(locale);
  const legalName = String(answers.organisation?.legalName);

  await begin(page, locale, email);
  await fillApplication(page, locale, answers);
  await send(page, locale);

  await decide(stage, legalName, "info-requested", { words: words.ask });
  const asked = await nextMail(email, mailSubject(locale, "applicationQuestion"));
  expect(asked.text).toContain(words.ask);
  await page.goto(linkIn(asked, /\/apply\//));
  if ((await page.getByRole("button", { name: t("resume.submit") }).count()) > 0) {
    await press(page, t("resume.submit"));
    await page.waitForURL(/\/apply\/status/);
  }
  await expect(page.getByText(words.ask)).toBeVisible();
  await fillIn(page, { words: words.answer });
  await press(page, t("status.send"));
  await page.waitForURL(/notice=applicationAnswered/);

  await decide(stage, legalName, "approved");
  const welcome = await nextMail(email, mailSubject(locale, "applicationApproved"));
  await page.goto(linkIn(welcome, /\/welcome/));
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL(new RegExp(`/${locale}/home`));
  await settleIn(page, locale);
  await context.close();
}

test("applies in Chinese, is asked for more, admitted, and settles in", async ({ browser }) => {
  test.setTimeout(240_000);
  await journey({ browser, locale: "zh", javaScriptEnabled: true });
});

test("the same in French without JavaScript", async ({ browser }) => {
  test.setTimeout(240_000);
  await journey({ browser, locale: "fr", javaScriptEnabled: false });
});
