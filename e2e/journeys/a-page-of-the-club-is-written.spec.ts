import type { Page } from "@playwright/test";
import { and, desc, eq, ne } from "drizzle-orm";
import { query } from "@/db/client";
import { entries } from "@/db/schema/entries";
import { entryVersions } from "@/db/schema/entry-parts";
import { addDays, formatDay, today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { ClubPage } from "@/lib/pages/page";
import { portalText } from "@/lib/pages/portal-text";
import { open, type Stage } from "../admission";
import { press } from "../applicant";
import { DEMO, expect, test } from "../world";

const SAID = {
  fr: { first: "Les photographies sont de nos membres.", second: "Les dessins sont de Lyon." },
  zh: { first: "照片由会员拍摄。", second: "图样来自里昂。" },
};

/** Where one is led once it is online. */
const ONLINE = /\/admin\/pages\/\w+\?/;

/** As on the day of the newest text: kept lines are never changed, so one that has that day today comes after it. */
async function letItsDayCome(page: ClubPage) {
  const [newest] = await query((db) =>
    db
      .select({
        entryId: entryVersions.entryId,
        number: entryVersions.number,
        content: entryVersions.content,
      })
      .from(entryVersions)
      .innerJoin(entries, eq(entries.id, entryVersions.entryId))
      .where(and(eq(entries.slug, page), ne(entryVersions.cause, "restored")))
      .orderBy(desc(entryVersions.number))
      .limit(1),
  );
  if (!newest) throw new Error(`${page} was never online`);
  const { entryId, number, content } = newest;
  const isToday = { ...(content as object), effectiveOn: today() };
  await query((db) =>
    db
      .insert(entryVersions)
      .values({ entryId, number: number + 1, cause: "revised", content: isToday }),
  );
}

/** From the editor's last step: the day, then online. */
async function publishOn(page: Page, locale: Locale, day: string, name: string) {
  const entry = getTranslator(locale, "entries");
  const input = page.locator('[name="effectiveOn"]');
  await input.fill(addDays(today(), -1));
  await press(page, entry("editor.continue"));
  await expect(page.locator("main")).toContainText(getTranslator(locale, "errors")("dayPassed"));
  await input.fill(day);
  await press(page, entry("editor.continue"));
  await press(page, name);
  await expect(page).toHaveURL(ONLINE);
}

for (const [locale, javaScriptEnabled, width, slug] of [
  ["fr", true, 1280, "legal"],
  ["zh", false, 360, "accessibility"],
] as const satisfies [Locale, boolean, number, ClubPage][]) {
  test(`in ${locale}, ${javaScriptEnabled ? "with" : "without"} JavaScript: a page is written, changed for a day to come, and brought back`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const stage: Stage = { browser, locale, javaScriptEnabled };
    const t = getTranslator(locale, "clubPages");
    const entry = getTranslator(locale, "entries");
    const said = SAID[locale];
    const later = addDays(today(), 30);
    const portal = portalText(slug, locale);
    const { page } = await open(stage, DEMO.administrator);
    const { page: visitor } = await open(stage);
    await page.setViewportSize({ width, height: 800 });
    const reads = async (words: string, not: string) => {
      await visitor.goto(`/${locale}/${slug}`);
      await expect(visitor.locator("main")).toContainText(words);
      await expect(visitor.locator("main")).not.toContainText(not);
    };

    // The page leads to where it is begun, and what it says so far is how; a value that is none is told, and nothing typed is lost.
    await reads(portal.title, said.first);
    await page.goto(`/${locale}/${slug}`);
    await page.getByRole("link", { name: t("change") }).click();
    const row = page
      .getByRole("row")
      .filter({ has: page.getByRole("link", { name: portal.title }) });
    await row.getByRole("button", { name: t("start") }).click();
    const body = page.locator(`[name="body.${locale}"]`);
    await expect(body).toHaveValue(portal.body);
    // Translations are folded.
    const write = async (words: string) => {
      await body.evaluate((field) => field.closest("details")?.setAttribute("open", ""));
      await body.fill(words);
    };
    const wrong = `${portal.body}\n\n## ${said.first}\n\n- {contacts}`;
    await write(wrong);
    await press(page, entry("editor.continue"));
    const fault = { found: "{contacts}", known: "" };
    const told = getTranslator(locale, "errors")("valueUnknown", fault).trim();
    await expect(page.getByText(told).first()).toBeVisible();
    await expect(body).toHaveValue(wrong);
    await write(wrong.replace("contacts", "contact"));
    await press(page, entry("editor.continue"));
    await publishOn(page, locale, today(), entry("editor.publish", { kind: "page" }));
    await reads(said.first, said.second);
    await expect(visitor.getByRole("heading", { name: said.first })).toBeVisible();
    const since = (day: string) => t("inForceSince", { day: formatDay(day, locale) });
    await expect(visitor.getByText(since(today()))).toBeVisible();

    // A change for a day to come is announced, and read by whoever asks for it.
    await page.getByRole("link", { name: t("owner.propose") }).click();
    await write(`${portal.body}\n\n## ${said.second}\n\n{contact}`);
    await press(page, entry("editor.continue"));
    await publishOn(page, locale, later, entry("editor.publishRevision", { kind: "page" }));
    await reads(said.first, said.second);
    const comes = { day: formatDay(later, locale) };
    await expect(visitor.getByText(t("newVersion", comes))).toBeVisible();
    await visitor.getByRole("link", { name: t("readComing") }).click();
    await expect(visitor.getByRole("heading", { name: said.second })).toBeVisible();
    await expect(visitor.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
    await expect(visitor.getByText(t("isComing", comes))).toBeVisible();
    await letItsDayCome(slug);
    await reads(said.second, said.first);
    await expect(visitor.getByText(t("newVersion", comes))).toHaveCount(0);

    // An older text comes back through the history.
    await page.goto(`/${locale}/admin/pages/${slug}/history`);
    const first = page.locator("article").filter({
      has: page.getByRole("heading", {
        name: entry("history.version", { number: 1 }),
        exact: true,
      }),
    });
    await first.locator("summary", { hasText: entry("history.restore") }).click();
    await first
      .getByRole("button", { name: entry("history.restoreConfirm", { number: 1 }) })
      .click();
    await press(page, entry("editor.publishRevision", { kind: "page" }));
    await expect(page).toHaveURL(ONLINE);
    await reads(said.first, said.second);

    // Withdrawn, it leaves the portal's text.
    await page.locator("summary", { hasText: t("owner.withdraw") }).click();
    await page.getByRole("button", { name: t("owner.withdrawConfirm") }).click();
    await expect(page.getByText(t("state.withdrawn.title")).first()).toBeVisible();
    await reads(portal.title, said.first);
  });
}
