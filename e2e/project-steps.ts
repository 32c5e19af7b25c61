import type { Page } from "@playwright/test";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { open, type Stage } from "./admission";
import { press } from "./applicant";
import { DEMO, expect } from "./world";

type Written = { title: string; teaser: string; text: string };

/** Without scrolling on a phone of 360 × 800: all that a project is posted with, between the header and the bar below. */
async function expectOneScreen(page: Page) {
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 800 });
  const inForm = page.locator("main form").filter({ has: page.locator('[name="sought"]') });
  const asked = inForm.locator('input:not([type="hidden"]), select, textarea');
  await expect(asked.locator("visible=true")).toHaveCount(5);
  const send = await inForm.locator('button[value="submit"]').boundingBox();
  const bar = await page.locator("nav.fixed").boundingBox();
  expect((send?.y ?? 0) + (send?.height ?? 801)).toBeLessThanOrEqual(bar?.y ?? 0);
  if (wide) await page.setViewportSize(wide);
}

/** Posts a business request from one screen of a phone, its owner unnamed by one tap; gives its address. */
export async function postProject(
  page: Page,
  locale: Locale,
  words: Record<"title" | "sought" | "offered", string>,
): Promise<string> {
  const t = getTranslator(locale, "projects");
  await page.goto(`/${locale}/projects/new`);
  await expectOneScreen(page);
  for (const [name, text] of Object.entries(words)) {
    await page.locator(`main [name="${name}"]`).fill(text);
  }
  await page.locator('select[name="profileType"]').selectOption("business-request");
  await page.getByRole("checkbox", { name: t("post.named") }).uncheck();
  await press(page, t("post.submit"));
  await page.waitForURL(/notice=projectSubmitted/);
  await expect(page.getByText(t("state.submitted.title"))).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Writes a business request through the editor, from a draft on, and hands it in; gives its address. */
export async function writeProject(page: Page, locale: Locale, words: Written): Promise<string> {
  const t = getTranslator(locale, "projects");
  await page.goto(`/${locale}/projects/new`);
  await expectOneScreen(page);
  await page.locator('input[name="title"]').fill(words.title);
  await page.locator('select[name="profileType"]').selectOption("business-request");
  await press(page, t("post.draft"));
  await page.waitForURL(/\/edit/);
  await page.locator('select[name="kind"]').selectOption("shared-resource");
  await page.locator(`[name="teaser.${locale}"]`).fill(words.teaser);
  await page.locator('input[name="sectors"][value="silk-luxury-fashion"]').check();
  await press(page, getTranslator(locale, "entries")("editor.continue"));
  await page.waitForURL(/step=text/);
  for (const field of ["summary", "sought", "offered"]) {
    await page.locator(`[name="${field}.${locale}"]`).fill(words.text);
  }
  await press(page, getTranslator(locale, "entries")("editor.continue"));
  await page.waitForURL(/step=partner/);
  await page.goto(page.url().replace("step=partner", "step=check"));
  await press(page, t("editor.submit"));
  await page.waitForURL((url) => !url.pathname.endsWith("/edit"));
  const { pathname } = new URL(page.url());
  await expect(page.getByText(t("state.submitted.title"))).toBeVisible();
  // Back is where the draft stood, whose address is another by now.
  await page.goBack();
  await page.waitForURL((url) => url.pathname === pathname);
  await expect(page.getByText(t("state.submitted.title"))).toBeVisible();
  return pathname;
}

/** As the moderator: opens what is called so in the queue and decides. */
export async function decideEntry(stage: Stage, title: string, verdict: string, words = "") {
  const t = getTranslator(stage.locale, "admin");
  const { context, page } = await open(stage, DEMO.moderator);
  await page.goto(`/${stage.locale}/admin`);
  await page.getByRole("link", { name: title }).first().click();
  await page.locator(`input[name="verdict"][value="${verdict}"]`).check();
  if (verdict === "changes-requested") {
    await page.locator('select[name="changesReason"]').selectOption("missing-information");
    await page.locator('form:has([name="verdict"]) [name="words"]').fill(words);
  }
  await press(page, t("decide.submit"));
  await page.waitForURL(/notice=decisionSaved/);
  await context.close();
}
