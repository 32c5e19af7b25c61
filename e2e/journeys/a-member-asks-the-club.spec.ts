import { getTranslator } from "@/lib/core/i18n/translator";
import { open, type Stage } from "../admission";
import { press } from "../applicant";
import { measure, USUAL_LETTERS } from "../letters";
import { DEMO, expect, newMember, signInAs, test } from "../world";

const t = getTranslator("zh", "asks");
const entries = getTranslator("zh", "entries");
const experiences = getTranslator("zh", "experiences");

const ANSWER = "先办税务登记，再开银行账户，顺序反过来会耽误两个月。";

test("on a phone without JavaScript: asked, answered, marked as helpful, told as an experience", async ({
  browser,
}) => {
  const stage: Stage = { browser, locale: "zh", javaScriptEnabled: false };
  const longWord = "Bienenstockverwaltungs".repeat(4);
  const question = `请问在景德镇设立公司，应当先办哪些手续？${crypto.randomUUID().slice(0, 4)} ${longWord}`;
  const [asker, other] = [
    await newMember("zh", "Ouyang", "Lan"),
    await newMember("zh", "Bai", "Yu"),
  ];
  const { context, page } = await open(stage);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/zh/ask");
  expect(new URL(page.url()).pathname).toBe("/zh/sign-in");

  await signInAs(context, asker.email);
  await page.goto("/zh/ask");
  await page.locator('[name="text"]').fill("请问手续？");
  await press(page, t("form.submit"));
  await expect(page.locator('[name="text"]')).toHaveValue("请问手续？");
  await page.locator('[name="text"]').fill(question);
  await press(page, t("form.submit"));
  await expect(page.getByRole("heading", { name: question })).toBeVisible();
  // What is said on top and what stands below say the same of whom it went to.
  const wentToNobody = page.getByText(t("page.asked", { count: 0 }));
  const said = (await wentToNobody.isVisible()) ? "askPostedForAll" : "askPosted";
  await expect(page.getByText(getTranslator("zh", "notices")(said))).toBeVisible();
  const address = new URL(page.url()).pathname;

  const reader = await open(stage, other.email);
  await reader.page.goto("/zh/ask");
  await reader.page.getByRole("link", { name: question }).click();
  await reader.page.locator('[name="question"]').fill(ANSWER);
  await press(reader.page, entries("questions.ask", { kind: "ask" }));
  await expect(reader.page.getByText(ANSWER)).toBeVisible();

  await page.goto(address);
  await press(page, t("page.markHelped"));
  await expect(page.getByText(t("page.helped"), { exact: true })).toBeVisible();
  for (const to of [address, `${address}/questions?to=fr`]) {
    await page.goto(to);
    expect(await measure(page), to).toEqual({ over: 0, letters: USUAL_LETTERS });
  }

  const trail = await open(stage, DEMO.administrator);
  await trail.page.setViewportSize({ width: 360, height: 740 });
  await trail.page.goto(`/zh/admin/audit?title=${longWord}`);
  await expect(trail.page.getByText(question).first()).toBeVisible();
  expect(await measure(trail.page)).toEqual({ over: 0, letters: USUAL_LETTERS });

  await reader.page.goto(address);
  await reader.page.getByRole("link", { name: experiences("from") }).click();
  await expect(reader.page.locator('[name="story"]')).toHaveValue(ANSWER);
});
