import type { Page } from "@playwright/test";
import { transaction } from "@/db/client";
import { makeInterest, makeProject, makeRoom } from "@/db/factories";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { open } from "../admission";
import { fillIn, press } from "../applicant";
import { readSent, translated } from "../translator";
import { expect, newMember, test } from "../world";

const NAME = "Essai SAS, Lyon";

/** Gives the reader's yes, or takes it back, until the page offers the other. */
async function choose(page: Page, locale: Locale, act: "allow" | "stop") {
  await page.locator("main details > summary", { hasText: titleIn(locale) }).click();
  const t = getTranslator(locale, "machine");
  await press(page, t(act));
  const other = t(act === "allow" ? "stop" : "allow");
  await expect(page.locator("main button", { hasText: other })).toHaveCount(1);
}

const titleIn = (locale: Locale) =>
  getTranslator(locale, "machine")("title", { state: "open" }).split(/[:：]/)[0]?.trim() ?? "";

/** Draws the page anew until the worker has been there. */
async function expectTranslated(page: Page, words: string, locale: Locale) {
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(translated(words, locale))).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  const note = getTranslator(locale, "machine")("made", { provider: NAME });
  await expect(page.getByText(note).first()).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  const WORDS = `我们想把里昂的丝织样品带到宁波的工坊里试织一批（${how}）。`;

  test(`what was written in an interest, once both said yes, ${how} JavaScript`, async ({
    browser,
  }) => {
    const owner = await newMember("fr", "Truchet", "Aurèle");
    const sender = await newMember("zh", "温", "文澜");
    const id = await transaction(async (tx) => {
      const project = await makeProject(tx, owner.memberId ?? "", { moderation: "published" });
      const words = { locale: "zh", cooperation: WORDS, unclear: "", about: "" } as const;
      return (await makeInterest(tx, project.id, sender.memberId ?? "", words)).id;
    });
    const here = await open({ browser, locale: "fr", javaScriptEnabled }, owner.email);
    const there = await open({ browser, locale: "zh", javaScriptEnabled }, sender.email);
    const order = getTranslator("fr", "machine")("interest.order");
    await here.page.goto(`/fr/interests/${id}`);
    await choose(here.page, "fr", "allow");
    await expect(here.page.getByRole("button", { name: order })).toHaveCount(0);
    await there.page.goto(`/zh/interests/${id}`);
    await choose(there.page, "zh", "allow");
    expect(readSent()).not.toContain(WORDS);

    await here.page.reload();
    await press(here.page, order);
    await expectTranslated(here.page, WORDS, "fr");
    await expect(here.page.getByRole("button", { name: order })).toHaveCount(0);
    expect(readSent().split(WORDS)).toHaveLength(2);

    await there.page.reload();
    await choose(there.page, "zh", "stop");
    await here.page.reload();
    await expect(here.page.getByText(translated(WORDS, "fr"))).toHaveCount(0);
    await Promise.all([here, there].map(({ context }) => context.close()));
  });

  test(`a proposed exchange to whoever reads it, of which its asker sees nothing, ${how} JavaScript`, async ({
    browser,
  }) => {
    const asker = await newMember("zh", "顾", "念慈");
    const asked = await newMember("fr", "Truchet", "Solène");
    const here = await open({ browser, locale: "zh", javaScriptEnabled }, asker.email);
    const there = await open({ browser, locale: "fr", javaScriptEnabled }, asked.email);
    const fr = getTranslator("fr", "machine");
    const words = `${WORDS}您去年做过同样的事，想听听您的经验。`;
    await here.page.goto(`/zh/introductions/new?to=${asked.memberSlug}`);
    await fillIn(here.page, { words });
    await here.page.locator("[name=isAllowed]").check();
    await press(here.page, getTranslator("zh", "introductions")("ask.send"));
    await here.page.waitForURL(/\/zh\/introductions\/[0-9a-f-]{36}/);
    await here.page.reload();
    const before = (await here.page.locator("main").textContent()) ?? "";

    await there.page.goto(new URL(here.page.url()).pathname.replace("/zh/", "/fr/"));
    await expect(there.page.getByText(fr("introduction.theirs", { provider: NAME }))).toBeVisible();
    await press(there.page, fr("order"));
    await expectTranslated(there.page, words, "fr");
    await here.page.reload();
    expect(await here.page.locator("main").textContent()).toBe(before);

    await press(there.page, fr("introduction.forget"));
    await expect(there.page.getByRole("button", { name: fr("order") })).toBeVisible();
    await Promise.all([here, there].map(({ context }) => context.close()));
  });
}

test("a message of a room comes by itself beneath it, and the privacy page names the service", async ({
  browser,
}) => {
  const words = "样品已寄往里昂。";
  const lead = await newMember("fr", "Truchet", "Odile");
  const partner = await newMember("zh", "温", "若水");
  const ids = [lead, partner].map(({ memberId }) => memberId ?? "");
  const slug = await transaction(async (tx) => {
    const project = await makeProject(tx, ids[0] ?? "", { moderation: "published" });
    await makeRoom(tx, project.id, ids);
    return project.slug;
  });
  const at = (locale: Locale) => `/${locale}/projects/${slug}/room/discussion`;
  const stage = { browser, javaScriptEnabled: true };
  const here = await open({ ...stage, locale: "fr" }, lead.email);
  const there = await open({ ...stage, locale: "zh" }, partner.email);
  await there.page.goto(at("zh"));
  await choose(there.page, "zh", "allow");
  await there.page.locator('main [name="words"]').fill(words);
  await press(there.page, getTranslator("zh", "rooms")("discussion.submit"));
  await expect(there.page.getByRole("log")).toContainText(words);
  await here.page.clock.install();
  await here.page.goto(at("fr"));
  await choose(here.page, "fr", "allow");
  await press(here.page, getTranslator("fr", "machine")("order"));
  // Half a minute passes at once, again while the worker has not been there.
  await expect(async () => {
    await here.page.clock.fastForward(31_000);
    const log = here.page.getByRole("log");
    await expect(log).toContainText(translated(words, "fr"), { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await here.page.goto("/fr/privacy");
  await expect(here.page.getByText(NAME)).toBeVisible();
  await Promise.all([here, there].map(({ context }) => context.close()));
});
