import { eq } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { hashPassword } from "@/lib/core/auth/password";
import { formatDay } from "@/lib/core/dates";
import { getTranslator } from "@/lib/core/i18n/translator";
import { mailSubject } from "../admission";
import { DEMO, expect, newMember, nextMail, signInAs, test } from "../world";

const NAMES = { en: ["Harcourt", "Mabel"], zh: ["Situ", "Lan"] } as const;

test.use({ javaScriptEnabled: false });

for (const locale of ["en", "zh"] as const) {
  test(`${locale}: a member asks for their erasure, reads the day on each account page and thinks again`, async ({
    page,
  }) => {
    const [family, given] = NAMES[locale];
    const member = await newMember(locale, family, given);
    const passwordHash = await hashPassword(DEMO.password);
    const own = eq(accounts.id, member.accountId);
    await query((db) => db.update(accounts).set({ passwordHash }).where(own));
    await signInAs(page.context(), member.email);
    const t = getTranslator(locale, "accounts");
    await page.goto(`/${locale}/account`);
    await page.getByRole("link", { name: t("data.erase") }).click();
    await expect(page.getByRole("heading", { name: t("erasure.staysTitle") })).toBeVisible();
    await page.getByLabel(t("erasure.password")).fill(DEMO.password);
    await page.getByRole("button", { name: t("erasure.submit") }).click();
    await expect(page.getByText(getTranslator(locale, "notices")("erasureAsked"))).toBeVisible();

    const [row] = await query((db) =>
      db.select({ dueAt: accounts.erasureDueAt }).from(accounts).where(own),
    );
    const day = formatDay(row?.dueAt ?? "", locale);
    const letter = await nextMail(member.email, mailSubject(locale, "erasureAsked"));
    expect(letter.subject).toContain(day);
    const banner = page.getByText(t("erasure.askedTitle", { day }));
    for (const to of ["/account", "/account/profile", "/account/second-factor"]) {
      await page.goto(`/${locale}${to}`);
      await expect(banner).toBeVisible();
    }
    await page.goto(`/${locale}/account/erasure`);
    await expect(page.getByRole("button", { name: t("erasure.submit") })).toHaveCount(0);

    await page.getByRole("button", { name: t("erasure.withdraw") }).click();
    await expect(
      page.getByText(getTranslator(locale, "notices")("erasureWithdrawn")),
    ).toBeVisible();
    await expect(banner).toHaveCount(0);
    await page.goto(`/${locale}/home`);
    await expect(page).toHaveURL(/\/home/);
  });
}
