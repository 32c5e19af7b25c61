import type { Browser, Page, Request } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { query, transaction } from "@/db/client";
import { makeInterest, makeProject, makeRoom } from "@/db/factories";
import { sessions } from "@/db/schema/accounts";
import { roomPeople, rooms } from "@/db/schema/rooms";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { open } from "../admission";
import { press } from "../applicant";
import { expect, newMember, test } from "../world";

/** Two people in a room, each in a browser of their own, with its discussion open. */
async function inDiscussion(browser: Browser, locale: Locale, javaScriptEnabled = true) {
  const people = [
    await newMember(locale, "Causette", "Odile"),
    await newMember(locale, "Causette", "Basile"),
  ];
  const ids = people.map(({ memberId }) => memberId ?? "");
  const { slug, roomId } = await transaction(async (tx) => {
    const project = await makeProject(tx, ids[0] ?? "", { moderation: "published" });
    return { slug: project.slug, roomId: (await makeRoom(tx, project.id, ids)).id };
  });
  const stage = { browser, locale, javaScriptEnabled };
  const pages = await Promise.all(people.map(({ email }) => open(stage, email)));
  const [one, other] = pages.map(({ page }) => page) as [Page, Page];
  for (const page of [one, other]) await page.goto(`/${locale}/projects/${slug}/room/discussion`);
  const close = () => Promise.all(pages.map(({ context }) => context.close()));
  return { one, other, slug, roomId, ids, people, close };
}

const SOURCE = /\/api\/(projects\/.*\/room\/discussion|exchanges)\?/;

/** Leaves the tab for another one and comes back to it, until the page asks: not before it is alive, nor while it asks. */
async function comeBack(page: Page): Promise<number | undefined> {
  const asked: Request[] = [];
  const note = (request: Request) => {
    if (SOURCE.test(request.url())) asked.push(request);
  };
  page.on("request", note);
  await expect(async () => {
    await page.evaluate(() =>
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true })),
    );
    await expect.poll(() => asked.length, { timeout: 1_000 }).toBeGreaterThan(0);
  }).toPass();
  page.off("request", note);
  return (await asked[0]?.response())?.status();
}

const field = (page: Page) => page.locator('main [name="words"]');

async function write(page: Page, locale: Locale, words: string) {
  await field(page).fill(words);
  await press(page, getTranslator(locale, "rooms")("discussion.submit"));
}

for (const locale of ["fr", "zh"] as const) {
  test(`what the other writes comes while one writes oneself (${locale})`, async ({ browser }) => {
    const { one, other, close } = await inDiscussion(browser, locale);
    await field(one).fill("Un texte que je n’ai pas encore envoyé");
    expect(await comeBack(one)).toBe(304);
    await write(other, locale, "Les échantillons sont à Ningbo.");
    await expect(other.getByRole("log")).toContainText("Ningbo");
    await expect(field(other)).toHaveValue("");

    await one.getByRole("log").evaluate((log) => log.setAttribute("data-same", ""));
    expect(await comeBack(one)).toBe(200);
    // Told by the very region that was there before, once.
    await expect(one.locator("[role=log][data-same] li")).toHaveCount(1);
    await expect(field(one)).toHaveValue("Un texte que je n’ai pas encore envoyé");
    await expect(field(one)).toBeFocused();

    await press(one, getTranslator(locale, "rooms")("discussion.submit"));
    await expect(one.getByRole("log").locator("li")).toHaveCount(2);
    expect(await comeBack(other)).toBe(200);
    await expect(other.getByRole("log").locator("li").first()).toContainText("pas encore envoyé");
    await close();
  });
}

test("what the other writes comes by itself after half a minute, and nothing is asked in a hidden tab", async ({
  browser,
}) => {
  const { one, other, close } = await inDiscussion(browser, "fr");
  await one.clock.install();
  await one.reload();
  await write(other, "fr", "La salle est réservée.");
  await expect(other.getByRole("log")).toContainText("réservée");
  await one.clock.fastForward(31_000);
  await expect(one.getByRole("log")).toContainText("La salle est réservée.");

  let asked = 0;
  one.on("request", (request) => {
    if (SOURCE.test(request.url())) asked += 1;
  });
  await one.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  });
  await one.clock.fastForward(120_000);
  expect(asked).toBe(0);
  await close();
});

test("whoever is taken out of the room, or signed out, is told so and keeps the text", async ({
  browser,
}) => {
  const { one, other, roomId, ids, people, close } = await inDiscussion(browser, "zh");
  const t = getTranslator("zh", "rooms");
  await write(other, "zh", "样品已寄出。");
  await expect(other.getByRole("log")).toContainText("样品已寄出。");
  await field(other).fill("还没有发送的内容");
  await query((db) =>
    db
      .update(roomPeople)
      .set({ removedAt: new Date() })
      .where(and(eq(roomPeople.roomId, roomId), eq(roomPeople.memberId, ids[1] ?? ""))),
  );
  expect(await comeBack(other)).toBe(404);
  await expect(other.getByText(t("discussion.gone"))).toBeVisible();
  await expect(other.getByText("样品已寄出。")).toHaveCount(0);
  await expect(field(other)).toHaveValue("还没有发送的内容");
  await press(other, t("discussion.submit"));
  await expect(other.locator("main [data-error-summary]")).toBeVisible();
  await expect(field(other)).toHaveValue("还没有发送的内容");

  await field(one).fill("我也在写");
  const { accountId } = people[0] ?? { accountId: "" };
  await query((db) => db.delete(sessions).where(eq(sessions.accountId, accountId)));
  expect(await comeBack(one)).toBe(401);
  await expect(one.getByText(getTranslator("zh", "ui")("live.signedOut"))).toBeVisible();
  await expect(field(one)).toHaveValue("我也在写");
  await close();
});

test("a room that is closed meanwhile says so; a site that does not answer leaves what is there", async ({
  browser,
}) => {
  const { one, roomId, close } = await inDiscussion(browser, "fr");
  await write(one, "fr", "Premier jalon tenu.");
  await expect(one.getByRole("log")).toContainText("Premier jalon tenu.");
  await query((db) => db.update(rooms).set({ closedAt: new Date() }).where(eq(rooms.id, roomId)));
  await comeBack(one);
  await expect(one.getByText(getTranslator("fr", "rooms")("closed.title"))).toBeVisible();

  await one.route(SOURCE, (route) => route.fulfill({ status: 503, body: "<h1>503</h1>" }));
  await comeBack(one);
  const unreachable = one.getByText(getTranslator("fr", "ui")("live.unreachable"));
  await expect(unreachable).toBeVisible();
  await expect(one.getByRole("log")).toContainText("Premier jalon tenu.");
  await one.unroute(SOURCE);
  await comeBack(one);
  await expect(unreachable).toHaveCount(0);
  await close();
});

test("an interest comes into the list that stands open", async ({ browser }) => {
  const [owner, sender] = [
    await newMember("fr", "Boîte", "Agathe"),
    await newMember("fr", "Boîte", "Basile"),
  ];
  const project = await transaction((tx) =>
    makeProject(tx, owner.memberId ?? "", { moderation: "published" }),
  );
  const { context, page } = await open(
    { browser, locale: "fr", javaScriptEnabled: true },
    owner.email,
  );
  await page.goto("/fr/exchanges");
  const t = getTranslator("fr", "exchanges");
  await expect(page.getByText(t("empty.currentTitle"))).toBeVisible();
  expect(await comeBack(page)).toBe(304);
  await transaction((tx) => makeInterest(tx, project.id, sender.memberId ?? "", { state: "sent" }));
  expect(await comeBack(page)).toBe(200);
  const rows = page.locator("main [aria-live=polite] li");
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText(getTranslator("fr", "interests")("state.received"));
  await expect(page.getByRole("heading", { name: t("groups.turn") })).toContainText("1");
  await expect(page.getByRole("link", { name: t("tabs.current") })).toContainText("1");
  await context.close();
});

test("without JavaScript both write and read as with it", async ({ browser }) => {
  const { one, other, close } = await inDiscussion(browser, "zh", false);
  await write(one, "zh", "第一条消息");
  await expect(one.getByRole("log")).toContainText("第一条消息");
  await other.reload();
  await expect(other.getByRole("log")).toContainText("第一条消息");
  await write(other, "zh", "第二条消息");
  await expect(other.getByRole("log").locator("li")).toHaveCount(2);
  await close();
});
