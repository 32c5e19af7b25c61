import ICAL from "ical.js";
import { getTranslator } from "@/lib/core/i18n/translator";
import { DEMO, expect, newMember, signInAs, test } from "../world";

const NAMES = { fr: ["Charbonnel", "Odile"], zh: ["Sima", "Yun"] } as const;

test.use({ javaScriptEnabled: false });

for (const locale of ["fr", "zh"] as const) {
  test(`${locale}: one press takes a member out of the directory, one brings them back`, async ({
    page,
    browser,
  }) => {
    const [family, given] = NAMES[locale];
    const member = await newMember(locale, family, given);
    const reader = await browser.newContext();
    await signInAs(reader, DEMO.member);
    const address = `/${locale}/members/${member.memberSlug}`;
    const vcard = `/api/members/${member.memberSlug}/vcard?locale=${locale}`;
    const statuses = async () => {
      const answers = [];
      for (const to of [address, `${address}/card`, vcard]) {
        answers.push((await reader.request.get(to)).status());
      }
      return answers;
    };
    expect(await statuses()).toEqual([200, 200, 200]);

    await signInAs(page.context(), member.email);
    const t = getTranslator(locale, "consents");
    const row = page.locator("#consents li").first();
    await page.goto(`/${locale}/account`);
    await row.getByRole("button", { name: t("withdraw") }).click();
    await expect(
      page.getByText(getTranslator(locale, "notices")("consentWithdrawn")),
    ).toBeVisible();
    await expect(row.getByText(t("notGiven"), { exact: true })).toBeVisible();
    expect(await statuses()).toEqual([404, 404, 404]);

    await row.getByRole("button", { name: t("give") }).click();
    await expect(page.getByText(getTranslator(locale, "notices")("consentGiven"))).toBeVisible();
    expect(await statuses()).toEqual([200, 200, 200]);

    const card = await reader.request.get(vcard);
    expect(card.headers()["content-type"]).toBe("text/vcard; charset=utf-8");
    expect(card.headers()["cache-control"]).toContain("no-store");
    const [, lines] = ICAL.parse(await card.text()) as [string, [string, ...unknown[]][]];
    expect(lines.find(([name]) => name === "n")?.at(-1)).toEqual([family, given, "", "", ""]);
    await reader.close();
  });
}
