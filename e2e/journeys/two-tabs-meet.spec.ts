import { transaction } from "@/db/client";
import { makeActivity } from "@/db/factories";
import { getTranslator } from "@/lib/core/i18n/translator";
import { open } from "../admission";
import { press } from "../applicant";
import { expect, newMember, test } from "../world";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  test(`in two tabs, the second to save reads both texts (${how} JavaScript)`, async ({
    browser,
  }) => {
    const t = getTranslator("fr", "activities");
    const member = await newMember("fr", "Deuxonglets", "Odile");
    const activity = await transaction((tx) => makeActivity(tx, member.memberId ?? ""));
    const stage = { browser, locale: "fr", javaScriptEnabled } as const;
    const { context, page: first } = await open(stage, member.email);
    const second = await context.newPage();
    const address = `/fr/activities/${activity.slug}/edit`;
    await first.goto(address);
    await second.goto(address);

    await first.locator('[name="title.fr"]').fill("Achats de fonte à Ningbo");
    await press(first, t("form.save"));
    await expect(first.getByRole("heading", { name: "Achats de fonte à Ningbo" })).toBeVisible();

    const mine = second.locator('[name="title.fr"]');
    await mine.fill("Achats d’acier à Ningbo");
    await press(second, t("form.save"));
    await expect(second.getByText(getTranslator("fr", "errors")("conflict")).first()).toBeVisible();
    await expect(mine).toHaveValue("Achats d’acier à Ningbo");
    await expect(second.getByText("Achats de fonte à Ningbo", { exact: true })).toBeVisible();

    await press(second, t("form.save"));
    await expect(second.getByRole("heading", { name: "Achats d’acier à Ningbo" })).toBeVisible();
    await context.close();
  });
}
