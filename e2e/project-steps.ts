import type { Page } from "@playwright/test";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { open, type Stage } from "./admission";
import { press } from "./applicant";
import { DEMO, expect } from "./world";

type Written = { title: string; teaser: string; text: string };

/** Writes a business request through the editor and hands it in; gives its address. */
export async function writeProject(page: Page, locale: Locale, words: Written): Promise<string> {
  const t = getTranslator(locale, "projects");
  await page.goto(`/${locale}/projects/new`);
  await page.locator('input[name="profileType"][value="business-request"]').check();
  await page.locator('input[name="title"]').fill(words.title);
  await press(page, t("money.start"));
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
  await expect(page.getByText(t("state.submitted.title"))).toBeVisible();
  return new URL(page.url()).pathname;
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
