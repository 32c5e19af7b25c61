import { transaction } from "@/db/client";
import { makeProject } from "@/db/factories";
import { today } from "@/lib/core/dates";
import { getTranslator } from "@/lib/core/i18n/translator";
import { expect, newMember, signInAs, test } from "../world";

/** Next year's, so that each of its days may be a deadline. */
const YEAR = String(Number(today().slice(0, 4)) + 1);

const off = (locale: "fr" | "zh", day: string, name: string, country: "FR" | "CN") =>
  getTranslator(locale, "ui")("dates.off.one", { day, name, country });

/** A project online whose deadline one click moves to the 14th of July. */
async function ownProject(locale: "fr" | "zh") {
  const owner = await newMember(locale, "Situ", "Wan");
  const { slug } = await transaction((tx) =>
    makeProject(tx, owner.memberId, { moderation: "published", deadline: `${YEAR}-04-14` }),
  );
  return { owner, settings: `/${locale}/projects/${slug}/settings#deadline` };
}

test("fr: a deadline says that it is a holiday while its day is chosen", async ({ page }) => {
  const { owner, settings } = await ownProject("fr");
  await signInAs(page.context(), owner.email);
  await page.goto(settings);
  const form = page.locator("form", { has: page.locator('input[name="deadline"]') });
  const said = form.getByRole("status");
  const bastille = off("fr", `14 juillet ${YEAR}`, "Fête nationale", "FR");
  await expect(said.filter({ hasText: bastille })).toBeVisible();
  await form.locator('input[name="deadline"]').fill(`${YEAR}-07-15`);
  await expect(form.getByText(bastille)).toHaveCount(0);
  await form.locator('input[name="deadline"]').fill(`${YEAR}-10-01`);
  await expect(said.filter({ hasText: /Fête nationale \(semaine d’or\).*Chine/ })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test("zh: the one that is proposed says so", async ({ page }) => {
    const { owner, settings } = await ownProject("zh");
    await signInAs(page.context(), owner.email);
    await page.goto(settings);
    const bastille = off("zh", `${YEAR}年7月14日`, "法国国庆日", "FR");
    await expect(page.getByText(bastille)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});
