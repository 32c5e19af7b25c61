import { transaction } from "@/db/client";
import { makeActivity, makeInterest, makeProject } from "@/db/factories";
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
    const refusal = second.locator("main").getByRole("alert").filter({ visible: true });
    await expect(refusal).toContainText(getTranslator("fr", "errors")("conflict"));
    await expect(mine).toHaveValue("Achats d’acier à Ningbo");
    await expect(second.getByText("Achats de fonte à Ningbo", { exact: true })).toBeVisible();

    await press(second, t("form.save"));
    await expect(second.getByRole("heading", { name: "Achats d’acier à Ningbo" })).toBeVisible();
    await context.close();
  });

  test(`a refusal is said and the text given back although its form has gone (${how} JavaScript)`, async ({
    browser,
  }) => {
    const [owner, sender] = [
      await newMember("fr", "Sansformulaire", "Odile"),
      await newMember("fr", "Sansattente", "Paul"),
    ];
    const interest = await transaction(async (tx) => {
      const project = await makeProject(tx, owner.memberId ?? "", { moderation: "published" });
      return makeInterest(tx, project.id, sender.memberId ?? "");
    });
    const stage = { browser, locale: "fr", javaScriptEnabled } as const;
    const [asking, leaving] = [await open(stage, owner.email), await open(stage, sender.email)];
    const t = getTranslator("fr", "interests");
    await asking.page.goto(`/fr/interests/${interest.id}?act=ask`);
    await leaving.page.goto(`/fr/interests/${interest.id}?act=withdraw`);
    await press(leaving.page, t("withdraw.confirm"));
    await expect(leaving.page.getByText(t("state.withdrawn")).first()).toBeVisible();

    const words = "Combien de tonnes par an, et depuis quel port ?";
    await asking.page.locator('[name="words"]').first().fill(words);
    await press(asking.page, t("ask.confirm"));
    const refusal = asking.page.locator("main").getByRole("alert");
    await expect(refusal).toContainText(getTranslator("fr", "ui")("form.gone"));
    await expect(refusal).toContainText(words);
    await expect(refusal).toBeInViewport();
    await expect(asking.page.getByText(t("state.withdrawn")).first()).toBeVisible();
    await asking.context.close();
    await leaving.context.close();
  });
}
