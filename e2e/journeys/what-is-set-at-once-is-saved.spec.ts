import { transaction } from "@/db/client";
import { makeProject } from "@/db/factories";
import { today } from "@/lib/core/dates";
import { getTranslator } from "@/lib/core/i18n/translator";
import { expect, newMember, signInAs, test } from "../world";

const YEAR = Number(today().slice(0, 4)) + 1;

for (const [locale, javaScriptEnabled] of [
  ["en", true],
  ["zh", false],
] as const) {
  const how = javaScriptEnabled ? "with" : "without";
  test.describe(`${how} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test(`${locale}: each button of a project's settings saves what stands above it`, async ({
      page,
    }) => {
      const owner = await newMember(locale, "Situ", "Wan");
      const { slug } = await transaction((tx) =>
        makeProject(tx, owner.memberId, { moderation: "published", deadline: `${YEAR}-04-14` }),
      );
      const t = getTranslator(locale, "projects");
      const said = getTranslator(locale, "notices");
      const formOf = (name: string) =>
        page.locator("main form", { has: page.locator(`[name="${name}"]:not([type="hidden"])`) });
      const save = (name: string, label: string) =>
        formOf(name).getByRole("button", { name: label }).click();
      const settings = `/${locale}/projects/${slug}/settings`;
      await signInAs(page.context(), owner.email);
      await page.goto(settings);

      await formOf("progress").locator('[name="progress"]').selectOption("in-progress");
      await formOf("progress").locator('[name="acceptingInterests"]').uncheck();
      await save("progress", t("progress.save"));
      await expect(page.getByText(said("progressSaved"))).toBeVisible();
      await page.goto(settings);
      await expect(formOf("progress").locator('[name="progress"]')).toHaveValue("in-progress");
      await expect(page.locator('[name="acceptingInterests"]')).not.toBeChecked();

      await page.locator('[name="ownerLevel"][value="contacts"]').check();
      await save("ownerLevel", t("levels.save"));
      await expect(page.getByText(said("levelsSaved"))).toBeVisible();
      await page.goto(settings);
      await expect(page.locator('[name="ownerLevel"][value="contacts"]')).toBeChecked();
      await expect(page.locator('[name="textLevel"][value="members"]')).toBeChecked();

      await page.locator('[name="deadline"]').fill(`${YEAR}-03-02`);
      await save("deadline", t("renewal.save"));
      await expect(page.getByText(said("projectBroughtForward"))).toBeVisible();
    });
  });
}
