import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { and, eq, isNull } from "drizzle-orm";
import { query } from "@/db/client";
import { referenceLabel } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { consents } from "@/db/schema/consents";
import { members } from "@/db/schema/members";
import { LOCALE_NAME, LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { DEMO, expect, newMember, nextMail, signInAs, test } from "../world";

/** However many there are, should it be tried again. */
const START = { fr: /^Envoyer à \d+ personne/, en: /^Send to \d+ pe/, zh: /^发送给\d+人/ };

type Writing = { page: Page; locale: Locale; city: string };

/** A member who agrees to the newsletter and is the only one in a city of China. */
async function readerIn(city: string, locale: Locale) {
  const reader = await newMember(locale, "Lecteur", "Odile");
  await query(async (db) => {
    await db
      .update(members)
      .set({ cities: [city] })
      .where(eq(members.id, reader.memberId));
    await db
      .insert(consents)
      .values({ accountId: reader.accountId, purpose: "newsletter", textVersion: 1, locale })
      .onConflictDoNothing();
  });
  return reader;
}

/** Without JavaScript too: what is folded opens by itself. */
async function write({ page, locale, city }: Writing, kind: "newsletter" | "notice", mark: string) {
  const t = getTranslator(locale, "mailings");
  await page.goto(`/${locale}/admin/mailings`);
  await page.getByLabel(t(`kinds.${kind}.label`)).check();
  await page.getByRole("button", { name: t("new.submit") }).click();
  await expect(page.getByRole("heading", { name: t("edit.title") })).toBeVisible();
  for (const language of LOCALES) {
    const name = (field: "subject" | "body") => page.locator(`[name="${field}.${language}"]`);
    for (const field of ["subject", "body"] as const) {
      const box = name(field);
      if (!(await box.isVisible())) {
        const summary = page.locator("summary", { hasText: LOCALE_NAME[language] });
        await summary.nth(field === "subject" ? 0 : 1).click();
      }
      await box.fill(field === "subject" ? `${mark} ${language}` : `https://example.org/${mark}`);
    }
  }
  await page.getByRole("button", { name: t("edit.submit") }).click();
  await expect(page.getByRole("heading", { name: `${mark} ${locale}` })).toBeVisible();
  await expect(page.getByRole("button", { name: START[locale] })).toHaveCount(0);
  // What was changed since is read on the next page, too.
  const box = page.locator(`[name="cities"][value="${city}"]`);
  if (!(await box.isVisible()))
    await page.locator("summary", { hasText: t("edit.cities") }).click();
  await box.check();
  await page.getByRole("button", { name: t("start.read") }).click();
  await expect(page.getByRole("button", { name: START[locale] })).toBeVisible();
  // The way back says what it is called; the title does not say it again.
  const head = page.getByRole("heading", { name: t("start.read") }).locator("..");
  await expect(head).not.toContainText(mark);
  await expect(page.getByRole("definition")).toHaveText(referenceLabel("cities", city, locale));
}

const livingConsents = (accountId: string) =>
  query((db) =>
    db.$count(
      consents,
      and(
        ...[eq(consents.accountId, accountId), eq(consents.purpose, "newsletter")],
        isNull(consents.withdrawnAt),
      ),
    ),
  );

test("a notice is written, tried, sent and followed, and a letter that comes back rests its address", async ({
  context,
  page,
}) => {
  const [locale, city, mark] = ["fr", "xining", `avis-${randomBytes(4).toString("hex")}`] as const;
  const t = getTranslator(locale, "mailings");
  const reader = await readerIn(city, locale);
  await signInAs(context, DEMO.administrator);
  await write({ page, locale, city }, "notice", mark);
  await page
    .getByRole("button", { name: t("preview.try") })
    .first()
    .click();
  await nextMail(DEMO.administrator, mark);
  await page.getByRole("button", { name: START[locale] }).click();
  const letter = await nextMail(reader.email, `${mark} fr`);
  expect(letter.html).toContain(`href="https://example.org/${mark}"`);
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(t("recipients.states.sent")).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await page.getByRole("button", { name: /Marquer comme retourné/ }).click();
  await expect(page.getByText(t("recipients.states.bounced")).first()).toBeVisible();
  const [account] = await query((db) =>
    db
      .select({ resting: accounts.restingAddress })
      .from(accounts)
      .where(eq(accounts.id, reader.accountId)),
  );
  expect(account?.resting).toBe(reader.email);
});

test.describe("in zh without JavaScript, on a telephone", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test("a newsletter arrives, and one click takes the consent back", async ({
    browser,
    context,
    page,
  }) => {
    const [locale, city, mark] = ["zh", "lhasa", `tx-${randomBytes(4).toString("hex")}`] as const;
    const t = getTranslator(locale, "mailings");
    const n = getTranslator(locale, "notifications");
    const reader = await readerIn(city, locale);
    await signInAs(context, DEMO.administrator);
    await write({ page, locale, city }, "newsletter", mark);
    await page.getByRole("button", { name: START[locale] }).click();
    await expect(page.getByRole("heading", { name: t("run.title") })).toBeVisible();
    const letter = await nextMail(reader.email, `${mark} zh`);
    const [link = ""] = /http\S+\/zh\/unsubscribe\?token=\S+/.exec(letter.text) ?? [];
    const stranger = await browser.newContext({ javaScriptEnabled: false });
    const tab = await stranger.newPage();
    await tab.goto(link);
    expect(await livingConsents(reader.accountId)).toBe(1);
    await tab.getByRole("button", { name: n("unsubscribe.stop") }).click();
    await expect(tab.getByText(n("unsubscribe.stopped"))).toBeVisible();
    expect(await livingConsents(reader.accountId)).toBe(0);
    await stranger.close();
  });
});
