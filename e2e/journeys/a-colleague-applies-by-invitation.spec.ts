import { randomBytes } from "node:crypto";
import { transaction } from "@/db/client";
import { makeOrganisation } from "@/db/factories";
import { getTranslator } from "@/lib/core/i18n/translator";
import { answersOf, beginInvited, mailSubject, send, WORDS } from "../admission";
import { fillIn, linkIn, press } from "../applicant";
import { expect, newMember, nextMail, signInAs, test } from "../world";

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });

test("zh: a colleague whom a manager invites applies on two pages, without JavaScript", async ({
  page,
  browser,
}) => {
  const locale = "zh";
  const mark = randomBytes(4).toString("hex");
  const email = `colleague-${mark}@example.org`;
  const manager = await newMember(locale, "Quesnoy", "Lise");
  const name = { fr: `Maison ${mark}` };
  const { slug } = await transaction((tx) => makeOrganisation(tx, { name }, [manager]));
  const office = await browser.newContext({ javaScriptEnabled: false });
  await signInAs(office, manager.email);
  const desk = await office.newPage();
  await desk.goto(`/${locale}/organisations/${slug}/people`);
  await fillIn(desk, { email, locale, role: "person" }, "main form:has([name=role])");
  await press(desk, getTranslator(locale, "affiliations")("invite.submit"));
  await desk.waitForURL(/notice=invitationSent/);
  await office.close();

  const invitation = await nextMail(email, mailSubject(locale, "organisationInvitation"));
  await page.goto(linkIn(invitation, /\/invitation/));
  const form = page.locator("main a[href*='/apply?invitation=']");
  await beginInvited(page, locale, (await form.getAttribute("href")) ?? "");
  const t = getTranslator(locale, "applications");
  await expect(page.getByText(t("tasks.done", { done: 0, all: 2 }))).toBeVisible();
  const { identity, charter } = answersOf(locale);
  await page
    .locator("main")
    .getByRole("link", { name: t("groups.you.title") })
    .click();
  await fillIn(page, { ...identity });
  await press(page, t("form.continue"));
  await page.waitForURL(/\/apply\/charter/);
  await fillIn(page, { ...charter });
  await press(page, t("form.continue"));
  await page.waitForURL(/\/apply\/check/);
  await expect(page.getByText(WORDS[locale].name).first()).toBeVisible();
  await send(page, locale, email);
});

test("fr: whom a member invites finds their name and who invites them in the application", async ({
  page,
  browser,
}) => {
  const locale = "fr";
  const email = `invited-${randomBytes(4).toString("hex")}@example.org`;
  const inviter = await newMember(locale, "Quesnoy", "Lise");
  const office = await browser.newContext({ javaScriptEnabled: false });
  await signInAs(office, inviter.email);
  const desk = await office.newPage();
  await desk.goto(`/${locale}/account/invitations`);
  const named = { familyName: "Valcombe", givenName: "Aurore" };
  await fillIn(desk, { ...named, email, letters: locale });
  await press(desk, getTranslator(locale, "invitations")("submit"));
  await desk.waitForURL(/notice=invitationSent/);
  await office.close();

  const invitation = await nextMail(email, mailSubject(locale, "clubInvitation"));
  await beginInvited(page, locale, linkIn(invitation, /\/apply/));
  const t = getTranslator(locale, "applications");
  await page
    .locator("main")
    .getByRole("link", { name: t("groups.you.title") })
    .click();
  await expect(page.locator("[name=familyName]:not([type=hidden])")).toHaveValue(named.familyName);
  await expect(page.locator("[name=givenName]:not([type=hidden])")).toHaveValue(named.givenName);
  await page.goto(`/${locale}/apply/references`);
  await expect(page.locator("[name=sponsor]:not([type=hidden])")).toHaveValue("Lise Quesnoy");
});
