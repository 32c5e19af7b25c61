import { randomInt } from "node:crypto";
import { expect, type Locator, type Page } from "@playwright/test";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { isUscc } from "@/lib/core/text/registration-numbers";
import { ORIGIN } from "./world";

/** What an applicant types, by page of the form: boxes are `name=value`, texts and lists by name. */
export type Typed = Record<string, string | string[]>;

/** Presses a button of the page's own content by its words. */
export async function press(page: Page, name: string): Promise<void> {
  await page.locator("main").getByRole("button", { name, exact: true }).first().click();
}

/** Fills fields by their names, whatever their kind; `within` tells forms of one page apart. */
export async function fillIn(page: Page, typed: Typed, within = "main"): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    for (const one of [value].flat()) await fillOne(page.locator(within), name, one);
  }
}

async function fillOne(place: Locator, name: string, value: string): Promise<void> {
  const field = place.locator(`[name="${name}"]:not([type=hidden])`).first();
  const kind = await field.evaluate((element: HTMLInputElement) => element.type);
  if (kind === "checkbox" || kind === "radio") {
    const box = place.locator(`input[name="${name}"][value="${value}"]`);
    // Long lists are folded: the box may be out of sight.
    await box.evaluate((input) => input.closest("details")?.setAttribute("open", ""));
    await box.check();
  } else if (kind === "select-one") await field.selectOption(value);
  else await field.fill(value);
}

/** The address in a mail whose path begins like this, without the origin. */
export function linkIn(mail: { text: string }, start: RegExp): string {
  const links = [...mail.text.matchAll(/https?:\/\/\S+/g)].map(([link]) => new URL(link));
  const found = links.find((link) => link.origin === ORIGIN && start.test(link.pathname));
  if (!found) throw new Error(`no link like ${start} in ${mail.text}`);
  return `${found.pathname}${found.search}`;
}

/** Goes through the pages of the form and stops before sending. */
export async function fillApplication(
  page: Page,
  locale: Locale,
  pages: Record<string, Typed>,
): Promise<void> {
  const t = getTranslator(locale, "applications");
  for (const [step, typed] of Object.entries(pages)) {
    await page.goto(`/${locale}/apply/${step}`);
    await fillIn(page, typed);
    await press(page, t("form.continue"));
    await page.waitForURL((url) => !url.pathname.endsWith(`/apply/${step}`));
  }
  await page.goto(`/${locale}/apply/check`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("check.title"));
}

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** A Unified Social Credit Code that nobody has: region 990000, right check character. */
export function freshUscc(): string {
  const digits = Array.from({ length: 6 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  const start = `91990000MA${digits}0`;
  const last = [...ALPHABET].find((character) => isUscc(start + character));
  return start + last;
}
