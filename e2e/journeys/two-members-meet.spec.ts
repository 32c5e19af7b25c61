import { eq } from "drizzle-orm";
import { query } from "@/db/client";
import { memberContacts } from "@/db/schema/members";
import { getTranslator } from "@/lib/core/i18n/translator";
import { mailSubject, open } from "../admission";
import { fillIn, linkIn, press } from "../applicant";
import { expect, newMember, nextMail, test } from "../world";

const WORDS = "Nous cherchons un atelier de teinture à Ningbo et vos conseils nous aideraient.";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  test(`from a profile in French to a yes in Chinese, ${how} JavaScript`, async ({ browser }) => {
    const fr = getTranslator("fr", "introductions");
    const zh = getTranslator("zh", "introductions");
    const asker = await newMember("fr", "Tréfouel", "Solène");
    const asked = await newMember("zh", "温", "文澜");
    const email = `wen-${how}@example.org`;
    await query((db) =>
      db
        .update(memberContacts)
        .set({ email })
        .where(eq(memberContacts.memberId, asked.memberId ?? "")),
    );
    const here = await open({ browser, locale: "fr", javaScriptEnabled }, asker.email);
    await here.page.goto(`/fr/members/${asked.memberSlug}`);
    expect(await here.page.content()).not.toContain(email);
    await here.page.getByRole("link", { name: fr("ask.button") }).click();
    await fillIn(here.page, { words: WORDS });
    await press(here.page, fr("ask.send"));
    await here.page.waitForURL(/\/fr\/introductions\/[0-9a-f-]{36}/);
    await expect(here.page.getByText(fr("state.asked"))).toBeVisible();

    const mail = await nextMail(asked.email, mailSubject("zh", "introductionAsked"));
    expect(mail.text).toContain(WORDS);
    const there = await open({ browser, locale: "zh", javaScriptEnabled }, asked.email);
    await there.page.goto(linkIn(mail, /\/introductions\//));
    await press(there.page, zh("answer.acceptConfirm"));
    await expect(there.page.getByText(zh("state.accepted")).first()).toBeVisible();

    const answer = await nextMail(asker.email, mailSubject("fr", "introductionAccepted"));
    expect(answer.text).toContain(email);
    await here.page.goto("/fr/introductions");
    await here.page.waitForURL(/\/fr\/exchanges$/);
    await here.page.locator("main h3 a").click();
    await expect(here.page.getByRole("link", { name: email })).toBeVisible();
    await Promise.all([here.context.close(), there.context.close()]);
  });
}

test("a yes from the letter without signing in opens the contact, until one of the two ends it", async ({
  browser,
  page,
}) => {
  const fr = getTranslator("fr", "introductions");
  const zh = getTranslator("zh", "introductions");
  const asker = await newMember("fr", "Tréfouel", "Odile");
  const asked = await newMember("zh", "温", "若水");
  const email = "wen-by-mail@example.org";
  await query((db) =>
    db
      .update(memberContacts)
      .set({ email })
      .where(eq(memberContacts.memberId, asked.memberId ?? "")),
  );
  const here = await open({ browser, locale: "fr", javaScriptEnabled: false }, asker.email);
  await here.page.goto(`/fr/introductions/new?to=${asked.memberSlug}`);
  await fillIn(here.page, { words: WORDS });
  await press(here.page, fr("ask.send"));
  await here.page.waitForURL(/\/fr\/introductions\/[0-9a-f-]{36}/);

  const mail = await nextMail(asked.email, mailSubject("zh", "introductionAsked"));
  const link = linkIn(mail, /\/zh\/answer/);
  expect((await page.request.get(link)).headers()["cache-control"]).toContain("no-store");
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(zh("byMail.title"));
  for (const secret of ["Tréfouel", "Odile", WORDS]) {
    expect(await page.content()).not.toContain(secret);
  }
  await press(page, zh("answer.acceptConfirm"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(zh("byMail.acceptedTitle"));
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(zh("byMail.acceptedTitle"));

  await here.page.reload();
  await expect(here.page.getByRole("link", { name: email })).toBeVisible();
  await here.page.locator("main details > summary", { hasText: fr("endContact.title") }).click();
  await press(here.page, fr("endContact.confirm"));
  await expect(here.page.getByText(fr("state.ended"), { exact: true })).toBeVisible();
  await here.page.goto(`/fr/members/${asked.memberSlug}`);
  expect(await here.page.content()).not.toContain(email);
  await here.context.close();
});
