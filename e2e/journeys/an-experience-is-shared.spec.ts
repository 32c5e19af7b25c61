import type { Page } from "@playwright/test";
import { getTranslator } from "@/lib/core/i18n/translator";
import { open, type Stage } from "../admission";
import { press } from "../applicant";
import { decideEntry } from "../project-steps";
import { DEMO, expect, newMember, signInAs, test } from "../world";

const LOCALE = "zh";
const t = getTranslator(LOCALE, "experiences");
const entries = getTranslator(LOCALE, "entries");
const asked = { kind: "experience" };
const translations = getTranslator(LOCALE, "translations");
const errors = getTranslator(LOCALE, "errors");

const STORY = "转让历时九个月，其中税务与银行手续占四个月。";
const STORY_EN = "The sale took nine months, four of them for taxes and the bank.";
const QUESTION = "税务与银行手续可以同时办理吗？请问需要哪些材料？";
const ANSWER = "可以，但完税证明要先拿到。";
const IN_ENGLISH = {
  question: "Can tax and banking formalities run at the same time?",
  answer: "Yes, but the tax clearance comes first.",
};
const FIRST = "设立之初就要为退出做好准备。";
const ADVICE = "建议每年核查一次公司印章与银行授权。";
const ARABIC = "مرحبا بكم في النادي";
const BETTER = "建议每半年核查一次公司印章与银行授权。";

/** The author puts the question and the answer into English. */
async function translateQuestion(page: Page, address: string) {
  await page.goto(`${address}/questions?to=en`);
  for (const part of ["question", "answer"] as const) {
    await page.locator(`[name="${part}"]`).fill(IN_ENGLISH[part]);
  }
  await press(page, translations("questions.save"));
  await page.goto(address);
}

/** A reader of English reads all of it, and the original on request. */
async function readTranslated(page: Page) {
  for (const words of [STORY_EN, ...Object.values(IN_ENGLISH)]) {
    await expect(page.getByText(words)).toBeVisible();
  }
  await expect(page.getByText(QUESTION)).toBeHidden();
  const original = getTranslator("en", "translations")("questions.readOriginal");
  await page.getByText(original).first().click();
  await expect(page.getByText(QUESTION)).toBeVisible();
}

test("on a phone without JavaScript: review, published, read, questioned, translated by another member, changed", async ({
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
  await page.locator('[name="title"]').fill(title);
  await page.locator('input[name="topics"][value="exit"]').check();
  await page.locator('[name="story"]').fill(`${STORY}\n\n第二段。`);
  await page.locator('[name="advice"]').fill(`打 138 0013 8000\n${ADVICE}`);
  await page.locator('input[name="isTeased"]').check();
  await page.locator('[name="fromYear"]').fill("２０２３");
  await page.locator('[name="toYear"]').fill("2019");
  await press(page, t("new.submit"));
  await expect(page.getByText(errors("endsBeforeStart")).first()).toBeVisible();
  await page.locator('[name="toYear"]').fill("2024");
  await press(page, t("new.submit"));
  const told = errors("tellsAuthor", { found: "138 0013 8000" });
  await expect(page.getByText(told).first()).toBeVisible();
  await expect(page.locator('[name="story"]')).toHaveValue(`${STORY}\n\n第二段。`);
  await page.locator('[name="advice"]').fill(`${FIRST}\n${ADVICE}\n${ARABIC}`);
  await press(page, t("new.submit"));
  await page.waitForURL((url) => !url.pathname.endsWith("/new"));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expect(page.getByText(t("state.submitted.title"))).toBeVisible();
  const address = new URL(page.url()).pathname;

  const reader = await open(stage, DEMO.member);
  expect((await reader.page.goto(address))?.status()).toBe(404);
  await decideEntry(stage, title, "published");
  await reader.page.goto("/zh/experiences");
  await reader.page.getByRole("link", { name: title }).click();
  for (const text of [STORY, ADVICE]) await expect(reader.page.getByText(text)).toBeVisible();
  const visitor = await open(stage);
  await visitor.page.goto(`/zh/experiences?q=${encodeURIComponent(title)}`);
  await visitor.page.locator("h3").getByRole("link", { name: title }).click();
  await expect(visitor.page.getByText(FIRST)).toBeVisible();
  for (const text of [STORY, ADVICE]) await expect(visitor.page.getByText(text)).toHaveCount(0);

  await reader.page.locator('[name="question"]').fill(QUESTION);
  await press(reader.page, entries("questions.ask", asked));
  await reader.page.getByRole("link", { name: translations("invitation.offer") }).click();
  await reader.page.locator('[name="words.story"]').fill(STORY_EN);
  await press(reader.page, translations("offer"));
  await expect(reader.page.getByText(translations("standing.offered"))).toBeVisible();
  await page.goto(address);
  await page.getByText(entries("questions.answer", asked), { exact: true }).click();
  await page.locator('[name="answer"]').fill(ANSWER);
  await press(page, entries("questions.send", asked));
  await translateQuestion(page, address);
  await page.getByRole("link", { name: translations("invitation.open") }).click();
  await press(page, translations("offers.accept"));
  await reader.page.goto(address);
  await expect(reader.page.getByText(ANSWER)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await page.goto(`${address}/edit`);
  await page.locator('[name="advice.zh"]').fill(`${FIRST}\n${BETTER}`);
  await press(page, entries("editor.continue"));
  await page.waitForURL(/step=more/);
  await page.locator('[name="context.zh"]').fill("四十人的机加工子公司。");
  await page.locator('[name="outcome"]').selectOption("mixed");
  await press(page, entries("editor.continue"));
  await page.waitForURL(/step=check/);
  await press(page, entries("editor.submitRevision"));
  await page.waitForURL((url) => !url.pathname.endsWith("/edit"));
  await reader.page.goto(address);
  await expect(reader.page.getByText(ADVICE)).toBeVisible();
  await decideEntry(stage, title, "published");
  await reader.page.goto(address);
  await expect(reader.page.getByText(BETTER)).toBeVisible();
  await reader.page.goto(address.replace("/zh/", "/en/"));
  const byReader = getTranslator("en", "translations")("by.person", { name: "Agathe Vernoux" });
  await readTranslated(reader.page);
  await expect(reader.page.getByRole("link", { name: byReader })).toBeVisible();
  await page.goto(`${address}/history`);
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(2);
});
