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
  await fillIn(there.page, { cooperation: PROPOSAL });
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

test("an owner accepts from the mail, then signs in and finds the contact and the room", async ({
  browser,
  page,
  context,
}) => {
  const t = getTranslator("fr", "interests");
  const { owner, sender, secrets, title, mail, slug } = await mailed(browser, "fr");
  const link = linkIn(mail, /\/fr\/answer/);
  for (let scan = 0; scan < 3; scan++) {
    const answer = await page.request.get(link);
    expect(answer.status()).toBe(200);
    expect(answer.headers()["cache-control"]).toContain("no-store");
  }
  await page.goto(link);
  await expect(heading(page)).toHaveText(t("byMail.title"));
  await expect(page.locator("main")).toContainText(title);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  await expect(page.locator('meta[name="referrer"]')).toHaveAttribute("content", "same-origin");
  await saysNobody(page, secrets);

  await press(page, t("accept.confirm"));
  await expect(heading(page)).toHaveText(t("byMail.acceptedTitle"));
  await saysNobody(page, secrets);
  expect((await context.cookies()).filter(({ name }) => /session/.test(name))).toEqual([]);
  await nextMail(sender.email, mailSubject("zh", "interestAccepted"));

  await page.getByRole("link", { name: t("byMail.signInContact") }).click();
  await page.waitForURL(/\/fr\/sign-in\?next=/);
  const next = new URL(page.url()).searchParams.get("next") ?? "";
  await signInAs(context, owner.email);
  await page.goto(next);
  await expect(page.locator("main")).toContainText(secrets[0] ?? "");
  expect((await page.goto(`/fr/projects/${slug}/room`))?.status()).toBe(200);
  await page.goto(link);
  await expect(page.getByRole("link", { name: t("byMail.contact") })).toBeVisible();
});

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
