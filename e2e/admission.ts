import { randomInt } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import type { Locale } from "@/lib/core/i18n/locales";
import type enMails from "@/lib/core/i18n/messages/en/mails.json";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fillIn, linkIn, press, type Typed } from "./applicant";
import { DEMO, expect, nextMail, signInAs } from "./world";

export type Stage<In extends Locale = Locale> = {
  browser: Browser;
  locale: In;
  javaScriptEnabled: boolean;
};

export const WORDS = {
  fr: {
    identity: { familyName: "Valcombe", givenName: "Aurore", nameOrder: "given-first" },
    name: "Valcombe",
    founded: "Atelier Valcombe",
    words: "Nous préparons une teinturerie de petites séries entre Lyon et Canton.",
    ask: "Dites-nous qui seront vos premiers clients à Canton.",
    answer: "Trois ateliers de confection de Canton, dont deux avec lettre d’intention.",
    first: "Teinture de petites séries à Canton",
    second: "Salon de printemps à Canton",
    joined: "Valcombe Canton",
    refusal: "Décrivez vos liens avec la Chine : le dossier n’en dit rien.",
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
    joined: "广州岭南面料检测中心",
    refusal: "请说明贵方与里昂的联系：材料中未提及。",
  },
} as const;

/** A browser of its own, signed in as somebody or nobody. */
export async function open({ browser, javaScriptEnabled }: Stage, email?: string) {
  const context = await browser.newContext({ javaScriptEnabled });
  if (email) await signInAs(context, email);
  return { context, page: await context.newPage() };
}

/** The longest part of a subject that names nobody; one about an entry is about a project. */
export function mailSubject(locale: Locale, kind: MailKind) {
  const mails = getTranslator(locale, "mails");
  const raw = String(mails.raw(`kinds.${kind}.subject`));
  const blank = [...raw.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => [name, "\n"]);
  return mails(`kinds.${kind}.subject`, { ...Object.fromEntries(blank), kind: "project" })
    .split("\n")
    .reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}

type MailKind = keyof (typeof enMails)["kinds"];

/** Asks for the link with one's address, and opens the application by it. */
export async function begin(page: Page, locale: Locale, email: string) {
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

/** Opens a new one by an invitation's form, whose letter came to this very address. */
export async function beginInvited(page: Page, locale: Locale, form: string) {
  await page.goto(form);
  await press(page, getTranslator(locale, "applications")("start.invitedSubmit"));
  await page.waitForURL((url) => url.pathname.endsWith(`/${locale}/apply`) && !url.search);
}

/** A complete application, page by page. */
export function answersOf(locale: "fr" | "zh"): Record<string, Typed> {
  const { identity, founded, words } = WORDS[locale];
  const isChinese = locale === "zh";
  const title = isChinese ? "创始人" : "Fondatrice";
  // Digits alone: with a Latin letter in it a Chinese name would stay where it was typed.
  const mark = randomInt(100_000, 1_000_000);
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

/** Hands it in from the page of all answers; the receipt comes by mail. */
export async function send(page: Page, locale: Locale, email: string) {
  const t = getTranslator(locale, "applications");
  await press(page, t("check.submit"));
  await page.waitForURL(/\/apply\/status/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("status.titles.submitted"));
  await nextMail(email, mailSubject(locale, "applicationSubmitted"));
}

/** Follows a mailed link to one's application; a device that knows it needs no further press. */
export async function followLink(page: Page, locale: Locale, mail: { text: string }) {
  const t = getTranslator(locale, "applications");
  await page.goto(linkIn(mail, /\/apply\//));
  const open = page.getByRole("button", { name: t("resume.submit") });
  if ((await open.count()) > 0) await open.click();
  await page.waitForURL(/\/apply\/status/);
}

/** As the moderator: opens the dossier of a name, takes it if it is free, and decides. */
export async function decide(stage: Stage, name: string, verdict: string, typed: Typed = {}) {
  const t = getTranslator(stage.locale, "vetting");
  const { context, page } = await open(stage, DEMO.moderator);
  await page.goto(`/${stage.locale}/admin/applications?q=${encodeURIComponent(name)}`);
  await page.locator("main li a[href*='/admin/applications/']").first().click();
  await page.waitForURL(/\/admin\/applications\/[0-9a-f-]+/);
  const take = page.getByRole("button", { name: t("desk.take") });
  if ((await take.count()) > 0) {
    await take.click();
    await page.locator("[name=verdict]").first().waitFor();
  }
  await fillIn(page, { verdict, ...typed }, "main form:has([name=verdict])");
  await press(page, t("decide.submit"));
  await page.waitForURL(/notice=decisionSaved/);
  await context.close();
}
