import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { hashPassword } from "@/lib/core/auth/password";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { mailSubject } from "../admission";
import { DEMO, expect, newMember, nextMail, ORIGIN, signInAs, test } from "../world";

const NAMES = { fr: ["Perrachon", "Lise"], zh: ["Ouyang", "Wanru"] } as const;

test.use({ javaScriptEnabled: false });

/** A member with a password and a browser that is signed in as them. */
async function memberWithPassword(page: Page, locale: "fr" | "zh") {
  const [family, given] = NAMES[locale];
  const member = await newMember(locale, family, given);
  const passwordHash = await hashPassword(DEMO.password);
  await query((db) =>
    db.update(accounts).set({ passwordHash }).where(eq(accounts.id, member.accountId)),
  );
  await signInAs(page.context(), member.email);
  return member;
}

const linkIn = (text: string, to: string) =>
  text.match(new RegExp(`${ORIGIN}/\\w+/${to}\\?token=[\\w-]+`))?.[0] ?? "";

const signIn = async (page: Page, locale: Locale, email: string) => {
  const t = getTranslator(locale, "accounts");
  await page.goto(`/${locale}/sign-in`);
  await page.getByLabel(t("signIn.email")).fill(email);
  await page.getByLabel(t("signIn.password"), { exact: true }).fill(DEMO.password);
  await page.getByRole("button", { name: t("signIn.submit"), exact: true }).click();
};

for (const locale of ["fr", "zh"] as const) {
  test(`${locale}: the new address takes over once confirmed, and the old one takes it back`, async ({
    page,
    browser,
  }) => {
    const t = getTranslator(locale, "accounts");
    const notices = getTranslator(locale, "notices");
    const member = await memberWithPassword(page, locale);
    const fresh = `fresh-${randomBytes(6).toString("hex")}@example.org`;
    await page.goto(`/${locale}/account`);
    await page.getByRole("link", { name: t("account.changeAddress") }).click();
    await page.getByRole("link", { name: t("signIn.forgotten") }).click();
    await expect(page.getByLabel(t("signIn.email"))).toHaveValue(member.email);
    await page.goBack();
    await page.getByLabel(t("address.email")).fill(fresh);
    await page.getByLabel(t("address.password")).fill("not-the-password-2014");
    await page.getByRole("button", { name: t("address.submit") }).click();
    const wrong = getTranslator(locale, "errors")("wrongPassword");
    await expect(page.getByText(wrong).first()).toBeVisible();
    await expect(page.getByLabel(t("address.email"))).toHaveValue(fresh);
    await page.getByLabel(t("address.password")).fill(DEMO.password);
    await page.getByRole("button", { name: t("address.submit") }).click();
    await expect(page.getByText(notices("addressAsked"))).toBeVisible();
    await expect(page.locator("#identity")).toContainText(member.email);

    const asked = await nextMail(fresh, mailSubject(locale, "addressToConfirm"));
    const confirm = linkIn(asked.text, "new-address");
    // A mail scanner opens the link; nothing happens.
    for (let look = 0; look < 2; look++)
      expect((await page.request.get(confirm)).status()).toBe(200);
    await page.goto(confirm);
    await expect(page.getByText(fresh)).toBeVisible();
    await page.getByRole("button", { name: t("address.confirm") }).click();
    await expect(page.getByText(notices("addressChanged"))).toBeVisible();
    await expect(page.locator("#identity")).toContainText(fresh);
    await page.goto(confirm);
    await expect(page.getByRole("heading", { name: t("address.expiredTitle") })).toBeVisible();

    const told = await nextMail(member.email, mailSubject(locale, "addressChanged"));
    expect(told.text).not.toContain(fresh);
    const owner = await browser.newPage({ javaScriptEnabled: false });
    await owner.goto(linkIn(told.text, "undo-address"));
    await expect(owner.getByText(member.email)).toBeVisible();
    await owner.getByRole("button", { name: t("address.undo") }).click();
    await expect(owner.getByText(notices("addressRestored"))).toBeVisible();
    await expect(owner.getByRole("heading", { name: t("choose.resetTitle") })).toBeVisible();
    await page.goto(`/${locale}/account`);
    await expect(page).toHaveURL(/\/sign-in/);
    await signIn(page, locale, fresh);
    const refused = page.getByText(getTranslator(locale, "errors")("wrongCredentials"));
    await expect(refused.filter({ visible: true }).first()).toBeVisible();

    const password = "sept-lanternes-sur-la-saone";
    await owner.getByLabel(t("choose.password"), { exact: true }).fill(password);
    await owner.getByLabel(t("choose.passwordAgain"), { exact: true }).fill(password);
    await owner.getByRole("button", { name: t("choose.submit") }).click();
    await expect(owner.getByText(notices("passwordChosen"))).toBeVisible();
    await owner.close();
  });
}
