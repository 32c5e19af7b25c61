import { getTranslator } from "@/lib/core/i18n/translator";
import { open, type Stage } from "../admission";
import { press } from "../applicant";
import { decideEntry } from "../project-steps";
import { DEMO, expect, newMember, signInAs, test } from "../world";

const LOCALE = "zh";
const t = getTranslator(LOCALE, "experiences");
const entries = getTranslator(LOCALE, "entries");

const STORY = "转让历时九个月，其中税务与银行手续占四个月。";
const ADVICE = "建议每年核查一次公司印章与银行授权。";
const BETTER = "建议每半年核查一次公司印章与银行授权。";

test("on a phone without JavaScript: draft, review, published, read by another member, changed", async ({
  browser,
}) => {
  const stage: Stage = { browser, locale: LOCALE, javaScriptEnabled: false };
  const title = `子公司：转让胜于关停 ${crypto.randomUUID().slice(0, 4)}`;
  const author = await newMember(LOCALE, "Situ", "Hui");
  const { context, page } = await open(stage);
  await page.setViewportSize({ width: 360, height: 740 });
  await signInAs(context, author.email);

  await page.goto("/zh/experiences");
  await page.getByRole("link", { name: t("list.new") }).click();
  await page.getByLabel(t("fields.title")).fill(title);
  await press(page, t("new.start"));
  await page.waitForURL(/\/edit/);
  await page.locator('[name="teaser.zh"]').fill("设立之初就要为退出做好准备。");
  await page.locator('input[name="topics"][value="exit"]').check();
  await page.locator('[name="fromYear"]').fill("２０２３");
  await page.locator('[name="toYear"]').fill("2019");
  await press(page, entries("editor.continue"));
  const wrong = getTranslator(LOCALE, "errors")("endsBeforeStart");
  await expect(page.getByText(wrong).first()).toBeVisible();
  await page.locator('[name="toYear"]').fill("2024");
  await press(page, entries("editor.continue"));
  await page.waitForURL(/step=story/);
  await page.locator('textarea[name="story.zh"]').fill(`${STORY}\n\n第二段。`);
  await page.locator('[name="advice.zh"]').fill(ADVICE);
  await press(page, entries("editor.continue"));
  await page.waitForURL(/step=check/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await press(page, t("editor.submit"));
  await page.waitForURL((url) => !url.pathname.endsWith("/edit"));
  await expect(page.getByText(t("state.submitted.title"))).toBeVisible();
  const address = new URL(page.url()).pathname;

  const reader = await open(stage, DEMO.member);
  expect((await reader.page.goto(address))?.status()).toBe(404);
  await decideEntry(stage, title, "published");
  await reader.page.goto("/zh/experiences");
  await reader.page.getByRole("link", { name: title }).click();
  for (const text of [STORY, ADVICE]) await expect(reader.page.getByText(text)).toBeVisible();
  const visitor = await open(stage);
  await visitor.page.goto(address);
  expect(visitor.page.url()).toContain("/sign-in");

  await page.goto(`${address}/edit?step=story`);
  await page.locator('[name="advice.zh"]').fill(BETTER);
  await press(page, entries("editor.continue"));
  await page.waitForURL(/step=check/);
  await press(page, entries("editor.submitRevision"));
  await page.waitForURL((url) => !url.pathname.endsWith("/edit"));
  await reader.page.goto(address);
  await expect(reader.page.getByText(ADVICE)).toBeVisible();
  await decideEntry(stage, title, "published");
  await reader.page.goto(address);
  await expect(reader.page.getByText(BETTER)).toBeVisible();
  await page.goto(`${address}/history`);
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(2);
});
