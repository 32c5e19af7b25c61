import { randomBytes } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { getTranslator } from "@/lib/core/i18n/translator";
import { answersOf, begin, decide, mailSubject, send } from "../admission";
import { fillApplication, fillIn, linkIn, press, type Typed } from "../applicant";
import { DEMO, expect, newMember, nextMail, signInAs, test } from "../world";

const PHONE = { width: 360, height: 740 };
const NOTICE = getTranslator("zh", "notices")("nameProposed");

/** Where a Chinese types the name: where it is asked first, or in the fields for Latin letters. */
const WAYS: Typed[] = [
  { nameZh: "", familyName: "吴", givenName: "佳绫" },
  { nameZh: "吴佳绫", familyName: "", givenName: "" },
];

/** The first page, which comes back with the Latin form to look at, whichever way the name was typed. */
async function introduce(page: Page) {
  const t = getTranslator("zh", "applications");
  const field = (name: string) => page.locator(`main input[name="${name}"]`);
  for (const typed of WAYS) {
    await page.goto("/zh/apply/identity");
    const names = page.locator("main input[name=nameZh], main input[name=familyName]");
    await expect(names.first()).toHaveAttribute("name", "nameZh");
    await fillIn(page, { ...typed, "jobTitle.zh": "创始人", languages: ["zh"] });
    await press(page, t("form.continue"));
    await page.waitForURL(/notice=nameProposed/);
    await expect(page.getByText(NOTICE)).toBeVisible();
    await expect(field("nameZh")).toHaveValue("吴佳绫");
    await expect(field("familyName")).toHaveValue("Wu");
    await expect(field("givenName")).toHaveValue("Jialing");
    await expect(field("jobTitle.zh")).toHaveValue("创始人");
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  await press(page, t("form.continue"));
  await page.waitForURL(/\/apply\/contact/);
}

/** Found in the directory by each of these, the reader's script first. */
async function isFound(page: Page, slug: string) {
  for (const query of ["wu", "jialing", "wu jialing", "jialingwu", "wjl", "佳绫", "吴"]) {
    for (const locale of ["zh", "fr"] as const) {
      await page.goto(`/${locale}/members?q=${encodeURIComponent(query)}`);
      const link = page.locator(`main a[href="/${locale}/members/${slug}"]`).first();
      await expect(link, `${query} in ${locale}`).toHaveText(
        locale === "zh" ? /^吴佳绫\s*Wu Jialing$/ : /^Wu Jialing\s*吴佳绫$/,
      );
    }
  }
}

/** Both sides of the card, and the greeting without a space. */
async function readsWell(page: Page, slug: string) {
  for (const locale of ["zh", "fr"] as const) {
    await page.goto(`/${locale}/members/${slug}/card`);
    const card = page.locator("main");
    await expect(card).toContainText("吴佳绫");
    await expect(card).toContainText("Wu Jialing");
  }
  await page.goto("/zh/home");
  const greeting = getTranslator("zh", "home")("greeting", { name: "吴佳绫" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(greeting);
  expect(greeting).toMatch(/^\S+$/);
  await expect(page.locator("header summary .face")).toHaveAttribute("data-sign", "吴");
}

async function journey(browser: Browser, javaScriptEnabled: boolean) {
  const email = `wu-${randomBytes(6).toString("hex")}@example.org`;
  const context = await browser.newContext({ javaScriptEnabled, viewport: PHONE });
  const page = await context.newPage();
  await begin(page, "zh", email);
  await introduce(page);
  const { identity: _, organisation, ...answers } = answersOf("zh");
  const chineseName = String(organisation?.legalName);
  await fillApplication(page, "zh", {
    organisation: { country: "cn", organisationKind: "start-up", chineseName },
    ...answers,
  });
  await send(page, "zh", email);
  await decide({ browser, locale: "zh", javaScriptEnabled }, chineseName, "approved");
  const welcome = await nextMail(email, mailSubject("zh", "applicationApproved"));
  expect(welcome.text).toContain(getTranslator("zh", "mails")("greeting", { name: "吴佳绫" }));
  await page.goto(linkIn(welcome, /\/welcome/));
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL(/\/zh\/home/);
  await page.goto("/zh/members?q=wjl&sort=recent");
  const own = page.locator("main a", { hasText: "吴佳绫" }).first();
  const slug = String(await own.getAttribute("href")).replace("/zh/members/", "");
  await readsWell(page, slug);
  const reader = await browser.newContext({ javaScriptEnabled, viewport: PHONE });
  await signInAs(reader, DEMO.member);
  await isFound(await reader.newPage(), slug);
  await reader.close();
  await context.close();
}

test("吴佳绫 types her name on a phone, and is found", async ({ browser }) => {
  test.setTimeout(240_000);
  await journey(browser, true);
});

test("the same without JavaScript", async ({ browser }) => {
  test.setTimeout(240_000);
  await journey(browser, false);
});

test("who is in already with characters alone is asked at the next sign-in", async ({
  page,
  context,
}) => {
  await page.setViewportSize(PHONE);
  const { email, memberSlug } = await newMember("zh", "吴", "佳绫");
  await signInAs(context, email);
  await page.goto("/zh/home");
  await page.getByText(getTranslator("zh", "home")("todo.name", { name: "Wu Jialing" })).click();
  await page.waitForURL(/\/zh\/account\/names/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  await expect(page.locator("main input[name=nameZh]")).toHaveValue("吴佳绫");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await press(page, getTranslator("zh", "members")("names.accept"));
  await page.waitForURL(/\/zh\/home\?notice=nameSaved/);
  await page.goto(`/fr/members/${memberSlug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Jialing Wu\s*吴佳绫$/);
});
