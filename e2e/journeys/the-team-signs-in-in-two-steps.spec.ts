import { randomBytes } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { hashPassword } from "@/lib/core/auth/password";
import { getTranslator } from "@/lib/core/i18n/translator";
import { mailSubject } from "../admission";
import { press } from "../applicant";
import { DEMO, expect, nextMail, signInAs, test } from "../world";

const t = getTranslator("fr", "secondFactor");
const words = getTranslator("fr", "accounts");
const shell = getTranslator("fr", "shell");

/** An administrator of their own, who signs in with the password of the demo. */
async function newAdministrator(): Promise<string> {
  const email = `journey-${randomBytes(6).toString("hex")}@example.org`;
  const passwordHash = await hashPassword(DEMO.password);
  const account = { email, role: "administrator", passwordHash, locale: "fr" } as const;
  await transaction((tx) => makeMember(tx, {}, account));
  return email;
}

/** The code that the app shows, so many half minutes from now. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.now() + steps * 30_000,
  });

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
}

/** From the account page to the recovery codes, which are put away; gives what an app and a person keep. */
async function setUp(page: Page, look: (page: Page) => Promise<void>) {
  await page.goto("/fr/account");
  await page
    .locator("#second-factor")
    .getByRole("link", { name: t("section.setUp") })
    .click();
  await page.getByLabel(t("start.password")).fill(DEMO.password);
  await press(page, t("start.submit"));
  await page.waitForURL(/app=new/);
  await look(page);
  const secret = ((await page.locator("#scan ~ div .font-mono").textContent()) ?? "").replace(
    /\s/g,
    "",
  );
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  await page.getByLabel(t("app.code")).fill(codeOf(secret));
  await press(page, t("app.submit"));
  await page.waitForURL(/second-factor\/codes/);
  await look(page);
  const list = page.getByRole("list", { name: t("codes.list") });
  const codes = await list.getByRole("listitem").allTextContents();
  expect(codes).toHaveLength(10);
  await press(page, t("codes.submit"));
  await page.waitForURL(/notice=codesPutAway/);
  await look(page);
  await page.goto("/fr/account/second-factor/codes");
  await expect(page).toHaveURL(/\/fr\/account\/second-factor$/);
  return { secret, codes };
}

async function giveFirstStep(page: Page, email: string) {
  await page.goto("/fr/sign-in?next=/fr/admin");
  await page.locator('main [name="email"]').fill(email);
  const password = page.locator('main [name="password"]');
  await page.keyboard.press("Tab");
  await expect(password).toBeFocused();
  await password.fill(DEMO.password);
  await press(page, words("signIn.submit"));
  await page.waitForURL(/\/sign-in\/second-factor/);
}

test.describe("with JavaScript", () => {
  test.use({ viewport: { width: 360, height: 800 } });

  test("an administrator sets an app up, signs out, and in again in two steps", async ({
    page,
  }) => {
    const email = await newAdministrator();
    await signInAs(page.context(), email);
    const { secret } = await setUp(page, expectAccessible);
    await nextMail(email, mailSubject("fr", "secondFactorSetUp"));
    await page.locator("header summary").first().click();
    await page.getByRole("button", { name: shell("menu.signOut") }).click();
    await page.waitForURL(/notice=signedOut/);

    await giveFirstStep(page, email);
    const ask = (path: string) => page.request.get(path, { maxRedirects: 0 });
    for (const path of ["/fr/home", "/fr/account", "/fr/account/second-factor"]) {
      const answer = await ask(path);
      expect(answer.headers().location, path).toContain("/fr/sign-in?next=");
    }
    for (const path of ["/fr/admin", "/api/account/export", "/api/members?locale=fr"]) {
      expect((await ask(path)).status(), path).toBe(404);
    }
    const code = codeOf(secret, 1);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
    await page.getByLabel(t("give.code")).fill(wrong);
    await press(page, t("give.submit"));
    await expect(page.getByText(getTranslator("fr", "errors")("wrongCode")).first()).toBeVisible();
    await page.getByLabel(t("give.code")).fill(code);
    await press(page, t("give.submit"));
    await page.waitForURL((url) => url.pathname === "/fr/admin");
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the same, with a recovery code for a lost telephone", async ({ page }) => {
    const email = await newAdministrator();
    await signInAs(page.context(), email);
    const { codes } = await setUp(page, async () => {});
    await page.context().clearCookies();

    await giveFirstStep(page, email);
    await page.locator("summary", { hasText: t("give.noApp") }).click();
    await page.getByLabel(t("give.recoveryCode")).fill(codes[0] ?? "");
    await press(page, t("give.recoverySubmit"));
    await page.waitForURL((url) => url.pathname === "/fr/admin");
    await page.goto("/fr/account");
    await expect(page.locator("#second-factor")).toContainText(
      t("section.codesLeft", { count: 9 }),
    );
  });
});
