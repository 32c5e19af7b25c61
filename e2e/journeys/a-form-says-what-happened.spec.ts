import { randomBytes } from "node:crypto";
import { transaction } from "@/db/client";
import { makeProject, makeRoom } from "@/db/factories";
import { getTranslator } from "@/lib/core/i18n/translator";
import { answersOf, begin, open } from "../admission";
import { fillIn, press } from "../applicant";
import { expect, newMember, test } from "../world";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  test(`a success stands beside its button, in sight (${how} JavaScript)`, async ({ browser }) => {
    const lead = await newMember("fr", "Aucoin", "Odile");
    const project = await transaction(async (tx) => {
      const made = await makeProject(tx, lead.memberId ?? "", { moderation: "published" });
      await makeRoom(tx, made.id, [lead.memberId ?? ""]);
      return made;
    });
    const stage = { browser, locale: "fr", javaScriptEnabled } as const;
    const { context, page } = await open(stage, lead.email);
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(`/fr/projects/${project.slug}/room/discussion`);
    await page.locator('main [name="words"]').fill("Qui réserve la salle de Ningbo ?");
    await press(page, getTranslator("fr", "rooms")("discussion.submit"));
    const said = page.locator("#form-write").getByRole("status");
    const words = getTranslator("fr", "notices")("roomMessagePosted");
    await expect(said).toContainText(words);
    await expect(said).toBeInViewport();
    await expect(page.getByText(words).filter({ visible: true })).toHaveCount(1);
    // What had the focus is gone with the page before; a second message is told as the first was.
    if (javaScriptEnabled) {
      await expect(said.locator("> div")).toBeFocused();
      await expect(said).toBeInViewport({ ratio: 1 });
      await page.locator('main [name="words"]').fill("Et qui apporte les nuanciers ?");
      await press(page, getTranslator("fr", "rooms")("discussion.submit"));
      await expect(page.getByText("Et qui apporte les nuanciers ?")).toHaveCount(1);
      await expect(said.locator("> div")).toBeFocused();
    }

    // The form that changed a milestone is gone with its `?edit`: the page says it.
    const t = getTranslator("fr", "rooms");
    await page.goto(`/fr/projects/${project.slug}/room/milestones`);
    await page.locator('main [name="title"]').fill("Vingt teintures comparées");
    await page.locator('main [name="dueOn"]').fill("2030-06-01");
    await press(page, t("milestones.submit"));
    await page.waitForURL(/notice=milestonePlanned/);
    await page.locator('main a[href*="edit="]').first().click();
    await page.locator('main [name="progress"]').fill("40");
    await press(page, t("milestones.save"));
    const changed = page.getByText(getTranslator("fr", "notices")("milestoneChanged"));
    await expect(changed.filter({ visible: true })).toHaveCount(1);
    await expect(changed.filter({ visible: true })).toBeInViewport();
    const told = page.locator("[data-page-notice]");
    if (javaScriptEnabled) await expect(told).toBeFocused();

    await page.goto(`/fr/projects/${project.slug}/room/documents`);
    const file = { name: "Plan.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-") };
    await page.locator("#document-file").setInputFiles(file);
    await press(page, t("documents.submit"));
    await page.waitForURL(/refused=/);
    if (javaScriptEnabled) await expect(page.locator("[data-error-summary]")).toBeFocused();
    await context.close();
  });

  test(`a question and its answer are said where they were written (${how} JavaScript)`, async ({
    browser,
  }) => {
    const owner = await newMember("fr", "Aucoin", "Odile");
    const asker = await newMember("fr", "Sonnette", "Paul");
    const { slug } = await transaction((tx) =>
      makeProject(tx, owner.memberId ?? "", { moderation: "published" }),
    );
    const t = getTranslator("fr", "entries");
    const said = getTranslator("fr", "notices");
    const kind = { kind: "project" } as const;

    const asking = await open({ browser, locale: "fr", javaScriptEnabled }, asker.email);
    await asking.page.setViewportSize({ width: 360, height: 500 });
    await asking.page.goto(`/fr/projects/${slug}`);
    await asking.page.locator('[name="question"]').fill("Combien de cloches par an ?");
    await press(asking.page, t("questions.ask", kind));
    const asked = asking.page.locator("#form-ask").getByRole("status");
    await expect(asked).toContainText(said("questionAsked"));
    await expect(asked).toBeInViewport();
    // With its script, the page settles as the message is given the focus.
    if (javaScriptEnabled) await expect(asked.locator("> div")).toBeFocused();
    const [words, bar] = [
      await asked.boundingBox(),
      await asking.page.locator("nav.phone-bar").boundingBox(),
    ];
    expect((words?.y ?? 500) + (words?.height ?? 0), "above the bar").toBeLessThanOrEqual(
      bar?.y ?? 0,
    );
    await expect(
      asking.page.getByText(said("questionAsked")).filter({ visible: true }),
    ).toHaveCount(1);
    await asking.context.close();

    const answering = await open({ browser, locale: "fr", javaScriptEnabled }, owner.email);
    await answering.page.setViewportSize({ width: 360, height: 640 });
    await answering.page.goto(`/fr/projects/${slug}`);
    await answering.page.getByText(t("questions.answer", kind), { exact: true }).click();
    await answering.page.locator('[name="answer"]').fill("Quarante, depuis Ningbo.");
    await press(answering.page, t("questions.send", kind));
    const answered = answering.page.locator('[id^="form-answer-"]').getByRole("status");
    await expect(answered).toContainText(said("questionAnswered"));
    await expect(answered).toBeInViewport();
    await answering.context.close();
  });

  test(`every fault is named at once, each by its field (${how} JavaScript)`, async ({
    browser,
  }) => {
    const member = await newMember("fr", "Fautif", "Odile");
    const stage = { browser, locale: "fr", javaScriptEnabled } as const;
    const { context, page } = await open(stage, member.email);
    await page.goto("/fr/activities/new");
    const t = getTranslator("fr", "activities");
    await page.locator('main [name="since"]').fill("2020");
    await page.locator('main [name="until"]').fill("2019");
    await press(page, t("form.add"));
    const summary = page.locator("[data-error-summary]");
    await expect(summary).toBeInViewport();
    const prefix = getTranslator("fr", "ui")("form.errorPrefix").trim();
    await expect(page).toHaveTitle(new RegExp(`^${prefix} (?!${prefix})`));
    for (const [field, label] of [
      ["title.fr", t("form.title")],
      ["sectors", t("form.sectors")],
      ["until", t("form.until")],
    ] as const) {
      const link = summary.locator(`a[href="#field-${field}"]`);
      await expect(link).toContainText(label);
    }
    // One goes down the page by them.
    const isInOrder = await summary.locator("a").evaluateAll((links) => {
      const fields = links.map((link) =>
        document.getElementById(link.getAttribute("href")?.slice(1) ?? ""),
      );
      return fields.every((field, at) => {
        const next = fields[at + 1];
        const place = next && field ? field.compareDocumentPosition(next) : 4;
        return field !== null && (place & 4) === 4;
      });
    });
    expect(isInOrder).toBe(true);
    await expect(page.locator('main [name="since"]')).toHaveValue("2020");
    const count = getTranslator("fr", "ui")("choices.countOf", { count: "0", most: 6 });
    await expect(page.getByText(count, { exact: true })).toHaveCount(1);
    await context.close();
  });

  test(`Enter in a field of the application goes on (${how} JavaScript)`, async ({ browser }) => {
    const { context, page } = await open({ browser, locale: "fr", javaScriptEnabled });
    await begin(page, "fr", `enter-${randomBytes(6).toString("hex")}@example.org`);
    const { identity = {}, contact = {} } = answersOf("fr");
    await page.goto("/fr/apply/identity");
    await fillIn(page, identity);
    await page.locator('main [name="familyName"]').press("Enter");
    await page.waitForURL(/\/fr\/apply\/contact/);
    await fillIn(page, contact);
    await page.locator('main [name="phone"]').press("Enter");
    await page.waitForURL(/\/fr\/apply\/organisation/);
    await context.close();
  });

  test(`an organisation is looked for by a part of its name (${how} JavaScript)`, async ({
    browser,
  }) => {
    const member = await newMember("fr", "Chercheur", "Odile");
    const stage = { browser, locale: "fr", javaScriptEnabled } as const;
    const { context, page } = await open(stage, member.email);
    const t = getTranslator("fr", "organisations");
    const errors = getTranslator("fr", "errors");
    await page.goto("/fr/organisations/new");
    await press(page, t("find.submit"));
    const summary = page.locator("[data-error-summary]");
    await expect(summary).toContainText(errors("required"));
    await fillIn(page, { name: "BioCalixe", registrationId: "123" });
    await press(page, t("find.submit"));
    await expect(summary).toContainText(errors("notARegistrationNumber"));
    await expect(page.locator("main [name=registrationId]")).toHaveValue("123");
    for (const [name, known] of [
      ["BioCalixe", "BioCalixe Diagnostics"],
      ["蒙布勒朗", "Soierie Montbrelant"],
    ] as const) {
      await page.goto("/fr/organisations/new");
      await fillIn(page, { name });
      await press(page, t("find.submit"));
      await expect(page.getByText(known, { exact: true })).toBeVisible();
    }
    await context.close();
  });

  test(`the way back to a list keeps the search (${how} JavaScript)`, async ({ browser }) => {
    const stage = { browser, locale: "fr", javaScriptEnabled } as const;
    const { context, page } = await open(stage);
    await page.goto("/fr/organisations?q=soie&sector=silk-luxury-fashion");
    await page.locator("main li h3 a").first().click();
    await page.waitForURL(/\/organisations\/[\w-]+$/);
    await page.locator("main nav a").first().click();
    await page.waitForURL(/\/fr\/organisations\?q=soie&sector=silk-luxury-fashion$/);
    await context.close();
  });
}

test("what is set aside says so where the focus goes, and comes back from there", async ({
  browser,
}) => {
  const stage = { browser, locale: "zh", javaScriptEnabled: true } as const;
  const { context, page } = await open(stage, "zhao.wenqi@example.org");
  const t = getTranslator("zh", "matching");
  await page.goto("/zh/matches");
  await page
    .getByRole("button", { name: t("dismiss") })
    .first()
    .click();
  const undo = page.getByRole("button", { name: t("undo") });
  await expect(page.locator("main div:focus").filter({ has: undo })).toHaveCount(1);
  await undo.first().click();
  await expect(undo).toHaveCount(0);
  await context.close();
});
