import { randomBytes } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { transaction } from "@/db/client";
import { makeOrganisation, makeProject } from "@/db/factories";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { mailSubject, open } from "../admission";
import { fillIn, linkIn, press } from "../applicant";
import { expect, newMember, nextMail, signInAs, test } from "../world";

const PROPOSAL =
  "我们在广州设有面料检测实验室，可承担植物染料的耐洗测试，并按月提交检测报告。".repeat(5);

/** An owner who is not signed in, and a member who is: their interest in the owner's project has just been mailed. */
async function mailed(browser: Browser, locale: Locale) {
  const owner = await newMember(locale, "Tréfouel", "Solène");
  const sender = await newMember("zh", "温", "文澜");
  const name = `温氏检测 ${randomBytes(4).toString("hex")}`;
  const title = `Teintures végétales ${randomBytes(3).toString("hex")}`;
  const project = await transaction(async (tx) => {
    const values = { name: { zh: name }, place: "guangzhou", country: "cn" } as const;
    await makeOrganisation(tx, { ...values, visibility: "members" }, [sender]);
    return makeProject(tx, owner.memberId ?? "", {
      moderation: "published",
      progress: "seeking-partners",
      publishedAt: new Date(),
      title: { [locale]: title },
      originalLocale: locale,
    });
  });
  const stage = { browser, locale, javaScriptEnabled: false };
  const there = await open(stage, sender.email);
  await there.page.goto(`/zh/projects/${project.slug}/interest`);
  await fillIn(there.page, { cooperation: PROPOSAL, unclear: PROPOSAL, about: PROPOSAL });
  await press(there.page, getTranslator("zh", "interests")("form.send"));
  await there.page.waitForURL(/\/zh\/interests\/[0-9a-f-]+/);
  await there.context.close();
  const mail = await nextMail(owner.email, mailSubject(locale, "interestReceived"));
  expect(mail.text).toContain(title);
  expect(mail.text).toContain(PROPOSAL.slice(0, 30));
  expect(linkIn(mail, /\/interests\//)).toContain(`/${locale}/interests/`);
  return {
    owner,
    sender,
    secrets: [name, "温", "文澜", sender.email],
    title,
    mail,
    slug: project.slug,
  };
}

/** Neither who wrote nor what: that is read after signing in. */
async function saysNobody(page: Page, secrets: string[]) {
  const content = await page.content();
  for (const secret of [...secrets, PROPOSAL.slice(0, 12)]) expect(content).not.toContain(secret);
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("in Chinese, on a small telephone and without JavaScript, an owner says not now, once", async ({
  browser,
}) => {
  const t = getTranslator("zh", "interests");
  const { sender, secrets, mail } = await mailed(browser, "zh");
  const links = [...mail.text.matchAll(/https?:\/\/\S+\/answer\?\S+/g)].map(([one]) => one);
  const link = links.find((one) => one.includes("answer=not-now")) ?? "";
  const viewport = { width: 360, height: 740 };
  const context = await browser.newContext({ javaScriptEnabled: false, viewport });
  const [page, other] = [await context.newPage(), await context.newPage()];
  for (const tab of [page, other]) await tab.goto(link);
  await expect(page.locator("main button").first()).toHaveText(t("byMail.notNowConfirm"));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await press(page, t("byMail.notNowConfirm"));
  await expect(heading(page)).toHaveText(t("byMail.declinedTitle"));
  await saysNobody(page, secrets);
  await nextMail(sender.email, mailSubject("zh", "interestDeclined"));

  // The second tab still offers what the first has done.
  await press(other, t("accept.confirm"));
  await expect(other.getByRole("alert")).toBeVisible();
  await expect(heading(other)).toHaveText(t("byMail.declinedTitle"));

  await signInAs(context, sender.email);
  await page.goto(link);
  await expect(heading(page)).toHaveText(t("byMail.otherTitle"));
  await page.goto(`${link.split("?")[0]}?token=x`);
  await expect(heading(page)).toHaveText(t("byMail.overTitle"));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await context.close();
});
