import { transaction } from "@/db/client";
import { makeHeritage } from "@/db/heritage-factory";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { open, type Stage } from "../admission";
import { press } from "../applicant";
import { DEMO, expect, test } from "../world";

const SAID: Record<"fr" | "zh", Record<"title" | "corrected" | "about", string>> = {
  fr: {
    title: "Accueil d’étudiants",
    corrected: "Premiers étudiants accueillis",
    about: "vers 1921",
  },
  zh: { title: "接收学生", corrected: "接收首批学生", about: "约1921年" },
};

for (const [locale, javaScriptEnabled] of [
  ["fr", true],
  ["fr", false],
  ["zh", true],
  ["zh", false],
] as const satisfies [Locale, boolean][]) {
  test(`in ${locale}, ${javaScriptEnabled ? "with" : "without"} JavaScript: an administrator corrects a date, its history tells both`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const stage: Stage = { browser, locale, javaScriptEnabled };
    const t = getTranslator(locale, "heritage");
    const entries = getTranslator(locale, "entries");
    const errors = getTranslator(locale, "errors");
    const said = SAID[locale];
    const sign = crypto.randomUUID().slice(0, 6);
    const title = `${said.title} ${sign}`;
    const { slug } = await transaction((tx) =>
      makeHeritage(tx, {
        ...{ moderation: "published", originalLocale: locale, starts: "1922" },
        title: { [locale]: title },
      }),
    );
    const address = `/${locale}/heritage/${slug}`;
    const { page } = await open(stage, DEMO.administrator);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(address);
    await page.getByRole("link", { name: t("owner.propose") }).click();
    const corrected = `${said.corrected} ${sign}`;
    await page.locator(`[name="title.${locale}"]`).fill(corrected);
    const starts = page.getByLabel(t("facts.starts"));
    await starts.fill(said.about);
    await press(page, entries("editor.continue"));
    await expect(page.locator("#error-starts, [data-error-summary]").first()).toContainText(
      errors("notAPartDate"),
    );
    await expect(starts).toHaveValue(said.about);
    await starts.fill("1921");
    await page.getByLabel(t("facts.isAbout")).check();
    await press(page, entries("editor.continue"));
    await expect(page.getByLabel(entries("sources.url", { row: 1 }))).toHaveValue(/example\.org/);
    await press(page, entries("editor.continue"));
    await press(page, entries("editor.publishRevision"));
    await page.waitForURL((url) => url.pathname === address);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(corrected);

    await page.goto(`${address}/history`);
    // Folded, so in the page and not in view.
    await expect(page.locator("main")).toContainText(title);
    await expect(page.locator("main")).toContainText(corrected);

    const visitor = await browser.newPage({ javaScriptEnabled });
    await visitor.goto(address);
    await expect(visitor.getByRole("heading", { level: 1 })).toContainText(corrected);
    await expect(visitor.getByText(t("dates.about", { year: "1921" }))).toBeVisible();
    // In another language the one shown is named.
    const shown = getTranslator("en", "ui")("localized.fallback", { language: locale });
    await visitor.goto(`/en/heritage/${slug}`);
    await expect(visitor.getByText(shown)).toBeVisible();
    await visitor.close();
  });
}
