import { eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { makeOrganisation } from "@/db/factories";
import { memberContacts } from "@/db/schema/members";
import { getTranslator } from "@/lib/core/i18n/translator";
import { mailSubject, open } from "../admission";
import { fillIn, linkIn, press } from "../applicant";
import { expect, newMember, nextMail, test } from "../world";

const WORDS = "Nous cherchons un atelier de teinture à Ningbo et vos conseils nous aideraient.";
const NOTE = "我和她合作过三年，她对染整很了解。";

test("a Frenchwoman is introduced by a colleague without JavaScript to a Chinese member", async ({
  browser,
}) => {
  const fr = getTranslator("fr", "introductions");
  const zh = getTranslator("zh", "introductions");
  const asker = await newMember("fr", "Tréfouel", "Solène");
  const between = await newMember("zh", "顾", "念慈");
  const asked = await newMember("zh", "温", "文澜");
  const email = `wen-${asked.accountId}@example.org`;
  await transaction(async (tx) => {
    await makeOrganisation(tx, {}, [between, asked]);
    const isAsked = eq(memberContacts.memberId, asked.memberId);
    await tx.update(memberContacts).set({ email }).where(isAsked);
  });
  const here = await open({ browser, locale: "fr", javaScriptEnabled: true }, asker.email);
  const middle = await open({ browser, locale: "zh", javaScriptEnabled: false }, between.email);
  const there = await open({ browser, locale: "zh", javaScriptEnabled: true }, asked.email);

  await here.page.goto(`/fr/introductions/new?to=${asked.memberSlug}`);
  await expect(here.page.locator("[name=words]")).toBeVisible();
  await expect(here.page.locator("[name=goBetweenId]")).toHaveCount(0);
  const follows = here.page.locator("[aria-labelledby=what-follows] li");
  await expect(follows).toHaveCount(3);

  await middle.page.goto("/zh/account");
  await press(middle.page, zh("introducing.start"));
  await expect(middle.page.getByText(zh("introducing.on"))).toBeVisible();

  await here.page.goto(`/fr/members/${asked.memberSlug}`);
  await here.page.getByRole("link", { name: fr("ask.button") }).click();
  await expect(follows).toHaveCount(4);
  await fillIn(here.page, { words: WORDS, goBetweenId: between.memberId });
  await press(here.page, fr("ask.send"));
  await here.page.waitForURL(/\/fr\/introductions\/[0-9a-f-]{36}/);
  await expect(here.page.getByText(fr("state.asked"))).toBeVisible();
  await expect(here.page.getByRole("heading", { name: fr("through.toAsker") })).toBeVisible();
  const address = new URL(here.page.url()).pathname.replace("/fr/", "/zh/");
  expect((await there.page.goto(address))?.status()).toBe(404);

  const mail = await nextMail(between.email, mailSubject("zh", "introductionToPassOn"));
  expect(mail.text).toContain(WORDS);
  await middle.page.goto(linkIn(mail, /\/introductions\//));
  await expect(middle.page.getByText(WORDS)).toBeVisible();
  await fillIn(middle.page, { note: NOTE });
  await press(middle.page, zh("passing.pass"));
  await expect(middle.page.getByText(zh("state.passed-on"), { exact: true })).toBeVisible();

  const passed = await nextMail(asked.email, mailSubject("zh", "introductionPassedOn"));
  expect(passed.text).toContain(NOTE);
  await there.page.goto(linkIn(passed, /\/introductions\//));
  await expect(there.page.getByText(NOTE)).toBeVisible();
  await press(there.page, zh("answer.acceptConfirm"));
  await expect(there.page.getByText(zh("state.accepted")).first()).toBeVisible();

  const answer = await nextMail(asker.email, mailSubject("fr", "introductionAccepted"));
  expect(answer.text).toContain(email);
  await here.page.goto("/fr/exchanges");
  await here.page.locator("main h3 a").click();
  await expect(here.page.getByRole("link", { name: email })).toBeVisible();
  await expect(here.page.getByText(NOTE)).toHaveCount(0);
  await middle.page.reload();
  await expect(middle.page.getByText(zh("state.passed-on"), { exact: true })).toBeVisible();
  expect(await middle.page.content()).not.toContain(email);
  await Promise.all([here, middle, there].map(({ context }) => context.close()));
});
