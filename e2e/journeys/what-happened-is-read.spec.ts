import { transaction } from "@/db/client";
import { makeProject } from "@/db/factories";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { inBrackets } from "@/lib/core/i18n/word-list";
import { open, type Stage } from "../admission";
import { press } from "../applicant";
import { expect, newMember, test } from "../world";

for (const [locale, javaScriptEnabled] of [
  ["fr", true],
  ["zh", false],
] as const satisfies [Locale, boolean][]) {
  test(`in ${locale}, ${javaScriptEnabled ? "with" : "without"} JavaScript: the bell counts a question, the list opens it, its kind is muted and told of again`, async ({
    browser,
  }) => {
    const stage: Stage = { browser, locale, javaScriptEnabled };
    const t = getTranslator(locale, "notifications");
    const shell = getTranslator(locale, "shell");
    const entries = getTranslator(locale, "entries");
    const owner = await newMember(locale, "Cloche", "Odile");
    const asker = await newMember(locale, "Sonnette", "Paul");
    const title = `Cloches ${crypto.randomUUID().slice(0, 6)}`;
    const { slug } = await transaction((tx) =>
      makeProject(tx, owner.memberId, {
        ...{ moderation: "published", originalLocale: locale, title: { [locale]: title } },
      }),
    );
    const ask = async (words: string) => {
      const { context, page } = await open(stage, asker.email);
      await page.goto(`/${locale}/projects/${slug}`);
      await page.locator('[name="question"]').fill(words);
      await press(page, entries("questions.ask", { kind: "experience" }));
      await expect(page.getByText(words)).toBeVisible();
      await context.close();
    };
    const { context, page } = await open(stage, owner.email);
    await page.setViewportSize({ width: 360, height: 740 });
    const bell = (count: number) =>
      page.getByRole("link", {
        name: shell("menu.notifications") + inBrackets(shell("menu.unseen", { count }), locale),
      });

    await ask("Combien de cloches par an, et depuis quel port ?");
    await page.goto(`/${locale}/account`);
    await bell(1).click();
    const line = page.getByRole("listitem").filter({ hasText: title });
    await expect(line).toContainText(t("list.new"));
    await expect(line).toContainText(t("list.why.own"));
    await expect(line.getByRole("link")).toHaveAttribute(
      "href",
      `/${locale}/projects/${slug}#questions`,
    );

    await line.getByRole("button").click();
    const notices = getTranslator(locale, "notices");
    await expect(page.getByText(notices("kindMuted"))).toBeVisible();
    await expect(line).not.toContainText(t("list.new"));
    await ask("Et combien de temps pour les fondre ?");
    await page.goto(`/${locale}/notifications`);
    await expect(line.getByText(t("list.earlier", { count: 1 }))).toHaveCount(0);

    await page.goto(`/${locale}/account`);
    await press(page, t("switches.muted.unmute"));
    await expect(page.getByText(notices("kindUnmuted"))).toBeVisible();
    await ask("Faut-il les accorder à Lyon ?");
    await page.goto(`/${locale}/notifications`);
    await expect(line.getByText(t("list.earlier", { count: 1 }))).toBeVisible();
    await line.getByRole("link").first().click();
    await expect(page.getByRole("heading", { name: title })).toBeVisible();

    await ask("Qui les accroche ?");
    await page.goto(`/${locale}/account`);
    await expect(bell(1)).toBeVisible();
    await page.goto(`/${locale}/projects/${slug}`);
    await expect(page.getByText("Qui les accroche ?")).toBeVisible();
    // What is read where it was asked is new no more, although the list was not opened.
    await expect(async () => {
      await page.goto(`/${locale}/account`);
      await expect(bell(1)).toHaveCount(0, { timeout: 1_000 });
    }).toPass();
    await context.close();
  });
}
