import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { getTranslator } from "@/lib/core/i18n/translator";
import {
  answersOf,
  begin,
  decide,
  followLink,
  mailSubject,
  open,
  type Stage,
  send,
  WORDS,
} from "../admission";
import { fillApplication, fillIn, freshUscc, linkIn, press, type Typed } from "../applicant";
import { expect, newMember, nextMail, nextNotice, test } from "../world";

/** The new member's first hour: profile, organisation with its code, two activities. */
async function settleIn(page: Page, locale: "fr" | "zh") {
  const words = WORDS[locale];
  await page.goto(`/${locale}/account/profile`);
  await fillIn(page, { [`bio.${locale}`]: words.words });
  await press(page, getTranslator(locale, "members")("profile.save"));
  await expect(page.getByText(getTranslator(locale, "notices")("profileSaved"))).toBeVisible();
  const organisation = await addOrganisation(page, locale);
  const activities = getTranslator(locale, "activities");
  for (const title of [words.first, words.second]) {
    await page.goto(`/${locale}/activities/new`);
    await fillIn(page, {
      kind: "sourcing",
      direction: "lyon-to-china",
      stage: "operating",
      sectors: ["silk-luxury-fashion"],
      cities: ["guangzhou"],
      since: "2024",
      [`title.${locale}`]: title,
      [`summary.${locale}`]: words.words,
    });
    await press(page, activities("form.add"));
    await page.waitForURL((url) => !url.pathname.endsWith("/new"));
    await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  }
  return organisation;
}

/** Who has come in without a password has forgotten none: their address is known, and the way back is their account. */
async function findTheWayToAPassword(page: Page, locale: "fr" | "zh", email: string) {
  const t = getTranslator(locale, "accounts");
  await page.goto(`/${locale}/account`);
  await page.getByRole("link", { name: t("password.choose") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("password.choose"));
  await expect(page).toHaveTitle(new RegExp(t("password.choose")));
  await expect(page.locator("main [name=email]")).toHaveValue(email);
  await page
    .locator("main")
    .getByRole("link", { name: t("account.title") })
    .click();
  await page.waitForURL(new RegExp(`/${locale}/account$`));
}

/** A second organisation, with a code whose check character is first wrong, then right. Gives its address. */
async function addOrganisation(page: Page, locale: "fr" | "zh") {
  const t = getTranslator(locale, "organisations");
  const name = `${WORDS[locale].joined} ${randomBytes(3).toString("hex")}`;
  await page.goto(`/${locale}/organisations/new`);
  await fillIn(page, { name });
  await press(page, t("find.submit"));
  const code = freshUscc();
  const wrong = code.slice(0, -1) + (code.endsWith("A") ? "B" : "A");
  const typed = {
    kind: "research-lab",
    size: "10-49",
    country: "cn",
    place: "guangzhou",
    uscc: wrong,
  };
  await fillIn(page, typed);
  await press(page, t("form.add"));
  await expect(page.getByText(getTranslator(locale, "errors")("notAUscc")).first()).toBeVisible();
  await fillIn(page, { uscc: code });
  await press(page, t("form.add"));
  await page.waitForURL(/\/organisations\/[\w-]+\?notice=organisationCreated/);
  await expect(page.getByText(t("page.valid")).first()).toBeVisible();
  const { pathname } = new URL(page.url());
  await setLogo(page, locale, pathname);
  return { name, path: pathname };
}

/** The logo is drawn anew by the server and stands on the page; a drawing that could run is refused in words. */
async function setLogo(page: Page, locale: "fr" | "zh", path: string) {
  const t = getTranslator(locale, "organisations");
  const send = async (name: string, mimeType: string, buffer: Buffer) => {
    await page.goto(`${path}/edit`);
    await page.locator("main input[name=logo]").setInputFiles({ name, mimeType, buffer });
    await press(page, t("logo.send"));
  };
  await send("logo.svg", "image/svg+xml", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"));
  await page.waitForURL(/refused=logoNotAPicture/);
  await expect(
    page.getByText(getTranslator(locale, "errors")("logoNotAPicture")).first(),
  ).toBeVisible();
  await send("logo.png", "image/png", await readFile("public/icon-192.png"));
  await page.waitForURL(/notice=logoSaved/);
  await page.goto(path);
  const logo = page.locator("main img[src*='/logo']").first();
  await expect
    .poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
}

/** The member invites a colleague of the club, who reads the mail in their own language and joins. */
async function inviteColleague(
  stage: Stage<"fr" | "zh">,
  page: Page,
  host: { email: string },
  organisation: { name: string; path: string },
) {
  const { locale } = stage;
  const theirs = locale === "fr" ? "zh" : "fr";
  const colleague = await newMember(theirs, "Quesnoy", "Lise");
  await page.goto(`${organisation.path}/people`);
  const form = "main form:has([name=role])";
  await fillIn(page, { email: colleague.email, locale: theirs, role: "person" }, form);
  await press(page, getTranslator(locale, "affiliations")("invite.submit"));
  await page.waitForURL(/notice=invitationSent/);
  const mail = await nextMail(colleague.email, mailSubject(theirs, "organisationInvitation"));
  const invited = await open(stage, colleague.email);
  await invited.page.goto(linkIn(mail, /\/invitation/));
  const t = getTranslator(theirs, "affiliations");
  await press(invited.page, t("invitation.accept", { organisation: organisation.name }));
  await invited.page.waitForURL(/\/organisations\//);
  await invited.context.close();
  await nextNotice(host.email, "invitationAccepted");
  await page.goto(`${organisation.path}/people`);
  await expect(page.getByText("Quesnoy").first()).toBeVisible();
}

async function journey(stage: Stage<"fr" | "zh">) {
  const { locale } = stage;
  const words = WORDS[locale];
  const t = getTranslator(locale, "applications");
  const email = `applicant-${randomBytes(6).toString("hex")}@example.org`;
  const { context, page } = await open(stage);
  const answers = answersOf(locale);
  const legalName = String(answers.organisation?.legalName);

  await begin(page, locale, email);
  await fillApplication(page, locale, answers);
  await send(page, locale, email);

  await decide(stage, legalName, "info-requested", { words: words.ask });
  const asked = await nextMail(email, mailSubject(locale, "applicationQuestion"));
  expect(asked.text).toContain(words.ask);
  await followLink(page, locale, asked);
  await expect(page.getByText(words.ask)).toBeVisible();
  await fillIn(page, { words: words.answer });
  await press(page, t("status.send"));
  await page.waitForURL(/notice=applicationAnswered/);

  await decide(stage, legalName, "approved");
  const welcome = await nextMail(email, mailSubject(locale, "applicationApproved"));
  await page.goto(linkIn(welcome, /\/welcome/));
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL(new RegExp(`/${locale}/home`));
  await findTheWayToAPassword(page, locale, email);
  const organisation = await settleIn(page, locale);
  await inviteColleague(stage, page, { email }, organisation);
  await context.close();
}

/** Refused with a reason in words, the applicant reads why and applies again with what was typed then. */
async function secondTry(stage: Stage<"fr" | "zh">) {
  const { locale } = stage;
  const words = WORDS[locale];
  const t = getTranslator(locale, "applications");
  const email = `refused-${randomBytes(6).toString("hex")}@example.org`;
  const { context, page } = await open(stage);
  const answers = answersOf(locale);
  const legalName = String(answers.organisation?.legalName);
  await begin(page, locale, email);
  await fillApplication(page, locale, answers);
  await send(page, locale, email);

  const refusalReason = "no-link";
  await decide(stage, legalName, "refused", { refusalReason, words: words.refusal });
  const refused = await nextMail(email, mailSubject(locale, "applicationRefused"));
  expect(refused.text).toContain(words.refusal);
  await followLink(page, locale, refused);
  await expect(page.getByText(words.refusal)).toBeVisible();

  await press(page, t("status.reapply"));
  await page.waitForURL(/notice=applicationReopened/);
  await page.goto(`/${locale}/apply/organisation`);
  // What is written in Chinese characters was moved to the Chinese name.
  const field = locale === "zh" ? "chineseName" : "legalName";
  await expect(page.locator(`main [name=${field}]`)).toHaveValue(legalName);
  await page.goto(`/${locale}/apply/charter`);
  for (const box of await page.locator("main form [type=checkbox]").all()) {
    await expect(box).not.toBeChecked();
  }
  await fillApplication(page, locale, {
    needs: answers.needs as Typed,
    charter: answers.charter as Typed,
  });
  await send(page, locale, email);
  await decide(stage, legalName, "approved");
  await nextMail(email, mailSubject(locale, "applicationApproved"));
  await context.close();
}

test("applies in Chinese, is asked for more, admitted, and settles in", async ({ browser }) => {
  test.setTimeout(240_000);
  await journey({ browser, locale: "zh", javaScriptEnabled: true });
});

test("the same in French without JavaScript", async ({ browser }) => {
  test.setTimeout(240_000);
  await journey({ browser, locale: "fr", javaScriptEnabled: false });
});

for (const locale of ["fr", "zh"] as const) {
  test(`${locale}: is refused with a reason and applies again`, async ({ browser }) => {
    test.setTimeout(240_000);
    await secondTry({ browser, locale, javaScriptEnabled: true });
  });
}
