import { AxeBuilder } from "@axe-core/playwright";
import { eq } from "drizzle-orm";
import { query, transaction } from "@/db/client";
import { makeCooperation } from "@/db/cooperation-factory";
import { makeOrganisation } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { open, type Stage } from "../admission";
import { press } from "../applicant";
import { decideEntry } from "../project-steps";
import { DEMO, expect, newMember, test } from "../world";

/** Somebody who manages emlyon, as after a claim. */
async function newManager(locale: Locale) {
  const person = await newMember(locale, "Situ", "Hui");
  const [found] = await query((db) =>
    db
      .select({ memberId: members.id, organisationId: organisations.id })
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .innerJoin(organisations, eq(organisations.slug, "emlyon"))
      .where(eq(accounts.email, person.email)),
  );
  if (!found) throw new Error("the club began without emlyon");
  const role = { role: "manager", isMain: true } as const;
  await query((db) => db.insert(affiliations).values({ ...found, ...role }));
  return { ...person, ...found };
}

for (const [locale, javaScriptEnabled] of [
  ["fr", true],
  ["zh", false],
] as const satisfies [Locale, boolean][]) {
  test(`in ${locale}, ${javaScriptEnabled ? "with" : "without"} JavaScript: renewed by a manager, decided, read`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const stage: Stage = { browser, locale, javaScriptEnabled };
    const t = getTranslator(locale, "cooperations");
    const entries = getTranslator(locale, "entries");
    const errors = getTranslator(locale, "errors");
    const title = `${locale === "zh" ? "联合实验室" : "Laboratoire"} ${crypto.randomUUID().slice(0, 4)}`;
    const manager = await newManager(locale);
    const [own, others] = await transaction(async (tx) => {
      const china = await makeOrganisation(tx, { country: "cn", visibility: "public" });
      const stranger = await makeOrganisation(tx, { visibility: "public" });
      const values = { moderation: "published", originalLocale: locale } as const;
      const texts = { title: { [locale]: title }, subject: { [locale]: title } };
      return [
        await makeCooperation(tx, [manager.organisationId, china.id], { ...values, ...texts }),
        await makeCooperation(tx, [stranger.id, china.id], { ...values, ...texts }),
      ];
    });

    const { page } = await open(stage, manager.email);
    await page.setViewportSize({ width: 360, height: 740 });
    expect((await page.goto(`/${locale}/cooperations/${others.slug}/edit`))?.status()).toBe(404);
    await page.goto(`/${locale}/organisations/emlyon`);
    await page.getByRole("link", { name: title }).click();
    await page.getByRole("link", { name: t("owner.propose") }).click();
    await page.locator('[name="ends"]').fill("2001");
    await page.locator('[name="renewed"]').fill(locale === "zh" ? "约2024年" : "vers 2024");
    await press(page, entries("editor.continue"));
    await expect(page.getByText(errors("notAPartDate")).first()).toBeVisible();
    await expect(page.locator('[name="ends"]')).toHaveValue("2001");
    await page.locator('[name="renewed"]').fill(locale === "zh" ? "２０２６年１０月" : "10/2026");
    await press(page, entries("editor.continue"));
    await expect(page.getByText(errors("endsBeforeSigned")).first()).toBeVisible();
    await page.locator('[name="ends"]').fill("2031");
    await press(page, entries("editor.continue"));
    await page.waitForURL(/step=sources/);
    if (javaScriptEnabled)
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.locator('[name="sources.url2"]').fill("example.org/2026");
    await press(page, entries("editor.continue"));
    await expect(page.getByText(errors("required")).first()).toBeVisible();
    await expect(page.locator('[name="sources.url2"]')).toHaveValue("example.org/2026");
    await page.locator('[name="sources.title2"]').fill("La Tribune");
    await page.locator('[name="sources.opened2"]').fill("2026-11-20");
    await press(page, entries("editor.continue"));
    await page.waitForURL(/step=next/);
    await page.locator(`[name="actWords.${locale}"]`).fill(title);
    await page.locator('[name="actOn"]').fill("2031-01-31");
    await press(page, entries("editor.continue"));
    await page.waitForURL(/step=check/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    await press(page, entries("editor.submitRevision"));
    await page.waitForURL((url) => !url.pathname.endsWith("/edit"));

    const visitor = await open(stage);
    const address = `/${locale}/cooperations/${own.slug}`;
    await visitor.page.goto(address);
    await expect(visitor.page.getByText("La Tribune")).toHaveCount(1);
    await decideEntry(stage, title, "published");
    await visitor.page.goto(`/${locale}/cooperations?q=${encodeURIComponent(title)}`);
    await visitor.page.setViewportSize({ width: 360, height: 740 });
    expect(
      await visitor.page.evaluate(() => document.documentElement.scrollWidth),
    ).toBeLessThanOrEqual(360);
    await visitor.page.getByRole("table").getByRole("link", { name: title }).first().click();
    await visitor.page.goto(address);
    await expect(visitor.page.getByText("La Tribune")).toHaveCount(2);
    await expect(
      visitor.page.getByText(locale === "zh" ? "2026年10月" : "octobre 2026"),
    ).toBeVisible();
    await expect(visitor.page.getByText(t("page.act"))).toHaveCount(0);
  });
}

test("begun by an administrator by name and address, online at once", async ({ browser }) => {
  const stage: Stage = { browser, locale: "en", javaScriptEnabled: false };
  const t = getTranslator("en", "cooperations");
  const entries = getTranslator("en", "entries");
  const errors = getTranslator("en", "errors");
  const title = `Exchange of librarians ${crypto.randomUUID().slice(0, 4)}`;
  const { page } = await open(stage, DEMO.administrator);
  await page.goto("/en/cooperations");
  await page.getByRole("link", { name: t("list.new") }).click();
  await page.locator('[name="title"]').fill(title);
  await page.locator('[name="lyon"]').fill("Lyon Municipal Library – Chinese collection");
  await page.locator('[name="china"]').fill("http://localhost/en/organisations/fudan\nHogwarts");
  await press(page, t("new.submit"));
  await expect(page.getByText(errors("partyUnknown", { found: "Hogwarts" })).first()).toBeVisible();
  await expect(page.locator('[name="title"]')).toHaveValue(title);
  await page.locator('[name="china"]').fill("复旦大学\n/en/organisations/bm-lyon");
  await press(page, t("new.submit"));
  await expect(page.getByText(errors("partyTwice")).first()).toBeVisible();
  await page.locator('[name="china"]').fill("复旦大学");
  await press(page, t("new.submit"));
  await page.waitForURL(/\/edit/);
  await page.locator('[name="agreementKind"]').selectOption("training");
  await page.locator('[name="signed"]').fill("2026");
  await page.locator('[name="subject.en"]').fill("Two librarians a year work in the other city.");
  await press(page, entries("editor.continue"));
  await page.waitForURL(/step=sources/);
  await page.locator('[name="sources.title1"]').fill("Xinhua");
  await page.locator('[name="sources.url1"]').fill("https://example.org/a");
  await page.locator('[name="sources.opened1"]').fill("2026-11-01");
  await press(page, entries("editor.continue"));
  await page.waitForURL(/step=next/);
  await press(page, entries("editor.continue"));
  await page.waitForURL(/step=check/);
  await press(page, entries("editor.publish", { kind: "cooperation" }));
  await page.waitForURL((url) => !url.pathname.endsWith("/edit"));
  const visitor = await open(stage);
  await visitor.page.goto(new URL(page.url()).pathname);
  await expect(visitor.page.getByRole("heading", { level: 1, name: title })).toBeVisible();
});
