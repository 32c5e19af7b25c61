import { transaction } from "@/db/client";
import { makeProject } from "@/db/factories";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { open, type Stage } from "../admission";
import { press } from "../applicant";
import { DEMO, expect, newMember, test } from "../world";

const TITLES = {
  fr: ["Soies de mars", "Soies d’avril"],
  zh: ["三月的丝绸", "四月的丝绸"],
} as const;

/** Ahead of all that anybody else hands in meanwhile, each language in a year of its own. */
const YEAR = { fr: 2018, zh: 2017 } as const;

async function journey(stage: Stage<"fr" | "zh">) {
  const { locale } = stage;
  const admin = getTranslator(locale, "admin");
  const notices = getTranslator(locale, "notices");
  const takeOver = new RegExp(admin("desk.takeOver", { name: "\n" }).replace("\n", ".+"));
  const mark = crypto.randomUUID().slice(0, 4);
  const author = await newMember(locale, "Valcombe", "Camille");
  const [first, second] = TITLES[locale].map((title) => `${title} ${mark}`);
  for (const [index, title] of [first, second].entries()) {
    const text = { [locale]: title };
    await transaction((tx) =>
      makeProject(tx, author.memberId, {
        moderation: "submitted",
        submittedAt: new Date(Date.UTC(YEAR[locale], 0, 2 + index)),
        originalLocale: locale,
        title: text,
        teaser: text,
      }),
    );
  }
  const { context, page } = await open(stage, DEMO.moderator);
  const publish = async () => {
    await page.locator('input[name="verdict"][value="published"]').check();
    await press(page, admin("decide.submit"));
  };
  await page.goto(`/${locale}/admin?taken=nobody`);
  await page.locator('main select[name="kind"]').selectOption("project");
  await page.locator('main select[name="late"]').selectOption("yes");
  await page.locator("main search button").click();
  await page.waitForURL(/kind=project/);
  const links = page.locator("main ol").getByRole("link");
  await expect(links.filter({ hasText: mark })).toHaveText([first ?? "", second ?? ""]);
  await links.filter({ hasText: first }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(first ?? "");
  const decided = page.locator('form:has([name="verdict"]) [name="words"]');
  await page.locator('input[name="verdict"][value="changes-requested"]').check();
  await decided.fill(mark);
  await press(page, admin("desk.take"));
  await expect(page.getByText(notices("itemTaken"))).toBeVisible();
  const notes = page.locator("section[aria-labelledby=notes]");
  await notes.locator('[name="words"]').fill(mark);
  await press(page, getTranslator(locale, "vetting")("notes.submit"));
  await expect(notes.locator("blockquote")).toHaveText(mark);
  if (stage.javaScriptEnabled !== false) await expect(decided).toHaveValue(mark);
  const colleague = await open(stage, DEMO.administrator);
  await colleague.page.goto(page.url());
  await expect(colleague.page.locator('main [name="verdict"]')).toHaveCount(0);
  await expect(colleague.page.getByRole("button", { name: takeOver })).toBeVisible();
  await colleague.context.close();
  await publish();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(second ?? "");
  await expect(page.getByText(notices("decisionSaved"))).toBeVisible();
  await expect(page).toHaveURL(/\/admin\/projects\/[\da-f-]+\?.*taken=nobody/);
  await publish();
  await expect(page.getByText(notices("decisionSaved"))).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: second })).toHaveCount(0);
  await context.close();
}

test.describe.configure({ timeout: 120_000 });

const WITHOUT: Locale = "zh";

for (const locale of ["fr", "zh"] as const) {
  const javaScriptEnabled = locale !== WITHOUT;
  const how = javaScriptEnabled ? "" : ", without JavaScript";
  test(`${locale}${how}: an item is taken and decided, which leads on to the next`, async ({
    browser,
  }) => {
    await journey({ browser, locale, javaScriptEnabled });
  });
}
