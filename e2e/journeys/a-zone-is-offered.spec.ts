import type { BrowserContextOptions } from "@playwright/test";
import { eq } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { getTranslator } from "@/lib/core/i18n/translator";
import { expect, newMember, signInAs, test } from "../world";

const t = getTranslator("fr", "notifications");

async function zoneOf(email: string) {
  const [row] = await query((db) =>
    db.select({ zone: accounts.timeZone }).from(accounts).where(eq(accounts.email, email)),
  );
  return row?.zone;
}

const cases: [string, BrowserContextOptions, string][] = [
  ["the browser’s zone is offered", { timezoneId: "Asia/Shanghai" }, "Asia/Shanghai"],
  ["a zone in no list is offered too", { timezoneId: "Europe/London" }, "Europe/London"],
  ["without JavaScript Lyon’s is, before Beijing’s", { javaScriptEnabled: false }, "Europe/Paris"],
];

for (const [name, options, zone] of cases) {
  test(`${name}, and holds once it is chosen`, async ({ browser }) => {
    const { email } = await newMember("fr", "Vauzelle", "Odile");
    const context = await browser.newContext(options);
    await signInAs(context, email);
    const page = await context.newPage();
    for (const address of ["/fr/account", "/fr/home"]) {
      await page.goto(address);
      const field = page.getByLabel(t("rhythm.timeZone"));
      await expect(field).toHaveValue(zone);
      const values = await field
        .locator("option")
        .evaluateAll((all) => all.slice(0, 2).map((option) => (option as HTMLOptionElement).value));
      expect(values).toEqual(["Europe/Paris", "Asia/Shanghai"]);
    }
    expect(await zoneOf(email)).toBeNull();
    await page.getByRole("button", { name: t("ask.submit") }).click();
    await expect(page.getByLabel(t("rhythm.timeZone"))).toHaveCount(0);
    expect(await zoneOf(email)).toBe(zone);
    await context.close();
  });
}
