import type { Page, Response } from "@playwright/test";
import { getTranslator } from "@/lib/core/i18n/translator";
import { press } from "../applicant";
import { DEMO, expect, newMember, ORIGIN, signInAs, test } from "../world";

const accounts = getTranslator("fr", "accounts");
const shell = getTranslator("fr", "shell");
const members = getTranslator("fr", "members");

/** Actions that lead elsewhere, with whether their answer brought the page along or the browser had to ask again. */
function watchRedirects(page: Page): { to: string; brought: boolean }[] {
  const seen: { to: string; brought: boolean }[] = [];
  page.on("response", (response: Response) => {
    const to = response.headers()["x-action-redirect"];
    if (!to) return;
    const type = response.headers()["content-type"] ?? "";
    seen.push({ to, brought: type.startsWith("text/x-component") });
  });
  return seen;
}

async function signIn(page: Page, email: string) {
  await page.goto("/fr/sign-in?next=/fr/home");
  await page.locator('main [name="email"]').fill(email);
  await page.locator('main [name="password"]').fill(DEMO.password);
  await press(page, accounts("signIn.submit"));
  await page.waitForURL((url) => url.pathname === "/fr/home");
}

async function signOut(page: Page) {
  await page.locator("header summary").first().click();
  await page.getByRole("button", { name: shell("menu.signOut") }).click();
  await page.waitForURL(/notice=signedOut/);
}

async function expectSecureCookies(page: Page) {
  const cookies = await page.context().cookies();
  expect(cookies.map(({ name }) => name)).toContain("__Host-club-session");
  for (const cookie of cookies) {
    expect(cookie, cookie.name).toMatchObject({
      name: expect.stringMatching(/^__Host-club-/),
      domain: "localhost",
      path: "/",
      secure: true,
      httpOnly: true,
      sameSite: "Lax",
    });
  }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("through TLS: signing in, saving a profile, signing out", async ({ page }) => {
      const redirects = watchRedirects(page);
      const answer = await page.goto("/fr/sign-in");
      expect(answer?.headers()["strict-transport-security"]).toBe(
        "max-age=63072000; includeSubDomains",
      );
      await signIn(page, DEMO.member);
      await expectSecureCookies(page);
      await signOut(page);
      expect((await page.context().cookies()).map(({ name }) => name)).not.toContain(
        "__Host-club-session",
      );

      const member = await newMember("fr", "Parletunnel", "Odile");
      await signInAs(page.context(), member.email);
      await page.goto("/fr/account/profile");
      await press(page, members("profile.save"));
      await page.waitForURL(/\/fr\/members\/.*notice=profileSaved/);
      await expect(
        page.getByText(getTranslator("fr", "notices")("profileSaved")).first(),
      ).toBeVisible();

      expect(redirects.filter(({ brought }) => !brought)).toEqual([]);
      if (javaScriptEnabled) expect(redirects.length).toBeGreaterThanOrEqual(3);
      expect(ORIGIN).toMatch(/^https:/);
    });
  });
}
