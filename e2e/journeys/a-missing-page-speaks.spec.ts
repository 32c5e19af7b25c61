import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { DEMO, expect, signInAs, test } from "../world";

test.use({ javaScriptEnabled: false });

for (const locale of LOCALES) {
  test(`${locale}: an address without a page says so without JavaScript`, async ({ page }) => {
    const title = getTranslator(locale, "pages")("notFound.title");
    const missing = await page.goto(`/${locale}/nowhere?x=1`);
    expect(missing?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.locator('a[hreflang="zh-Hans"]').first()).toHaveAttribute(
      "href",
      "/zh/nowhere?x=1",
    );
    const signIn = page
      .locator("main")
      .getByRole("link", { name: getTranslator(locale, "shell")("menu.signIn") });
    const next = encodeURIComponent(`/${locale}/nowhere?x=1`);
    await expect(signIn).toHaveAttribute("href", `/${locale}/sign-in?next=${next}`);

    await signInAs(page.context(), DEMO.member);
    const forbidden = await page.goto(`/${locale}/admin`);
    expect(forbidden?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(signIn).toHaveCount(0);
  });
}

test("an unknown language is answered in all of them", async ({ page }) => {
  const answer = await page.goto("/de/projekte");
  expect(answer?.status()).toBe(404);
  for (const locale of LOCALES) {
    await expect(page.getByText(getTranslator(locale, "pages")("notFound.title"))).toBeVisible();
  }
});

for (const [asked, meant] of [
  ["/FR/About?x=1", "/fr/about?x=1"],
  ["/apply", "/en/apply"],
  ["/zh/organisations/EMLYON", "/zh/organisations/emlyon"],
  ["/zh/projects/shared-office-guangzhou，谢谢", "/zh/projects/shared-office-guangzhou"],
] as const) {
  test(`${asked} leads to ${meant}`, async ({ page }) => {
    await page.setExtraHTTPHeaders({ "accept-language": "en" });
    const answer = await page.goto(asked);
    expect(answer?.status()).toBe(200);
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(meant);
  });
}
