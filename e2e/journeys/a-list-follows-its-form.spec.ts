import type { Locator } from "@playwright/test";
import { transaction } from "@/db/client";
import { makeEvent } from "@/db/event-factory";
import { getTranslator } from "@/lib/core/i18n/translator";
import { DEMO, expect, signInAs, test } from "../world";

// What no other journey of the same world writes meanwhile.
const LISTS = [
  { to: "/projects", box: "Environment, water and waste", chosen: "sector=environment-water" },
  { to: "/organisations", box: "Environment, water and waste", chosen: "sector=environment-water" },
  { to: "/activities", box: "Shenzhen", chosen: "city=shenzhen" },
  { to: "/experiences", box: "Market entry", chosen: "topic=market-entry" },
];

// One to come: those of the demo club are over one day.
test.beforeAll(() => transaction((tx) => makeEvent(tx, [], { moderation: "published" })));

const counted = (words: string | null) => Number(words?.match(/\d+/)?.[0]);

for (const { to, box, chosen } of LISTS) {
  test(`${to}: one tick narrows the list in place, and its address says it`, async ({ page }) => {
    await signInAs(page.context(), DEMO.member);
    await page.goto(`/en${to}`);
    const found = page.locator("#results");
    const all = counted(await found.textContent());
    await page.getByRole("checkbox", { name: box }).check();
    await expect(page).toHaveURL(new RegExp(`${to}\\?.*${chosen}`));
    await expect.poll(async () => counted(await found.textContent())).toBeLessThan(all);
    const some = await found.textContent();
    const cards = await page.getByRole("main").getByRole("heading", { level: 3 }).allTextContents();
    await page.goto(page.url());
    expect(await found.textContent()).toBe(some);
    expect(
      await page.getByRole("main").getByRole("heading", { level: 3 }).allTextContents(),
    ).toEqual(cards);
    await expect(page.getByRole("checkbox", { name: box })).toBeChecked();
  });
}

test("what is emptied again is gone from the address, too", async ({ page }) => {
  await signInAs(page.context(), DEMO.member);
  const found = page.locator("#results");
  const words = page.getByRole("searchbox");
  // Once more where another journey brought a member in, or took one out, meanwhile.
  await expect(async () => {
    await page.goto("/en/members");
    const all = await found.textContent();
    await words.fill("silk");
    await expect(page).toHaveURL(/\/members\?q=silk$/);
    await words.fill("");
    await expect(found).toHaveText(all ?? "", { timeout: 5_000 });
    await expect(page).toHaveURL(/\/members$/);
  }).toPass({ timeout: 50_000 });
});

test("a list that cannot follow says so in its reader's words, and follows once the network is back", async ({
  page,
}) => {
  await signInAs(page.context(), DEMO.member);
  await page.goto("/fr/members");
  const found = page.locator("#results");
  const all = counted(await found.textContent());
  const words = page.getByText(getTranslator("fr", "ui")("filters.unavailable"));
  const tick = (city: string) => page.getByRole("checkbox", { name: city }).check();
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
  await tick("Shenzhen");
  await expect(words).toBeVisible();
  await page.context().setOffline(false);
  await expect.poll(async () => counted(await found.textContent())).toBeLessThan(all);
  await expect(words).toHaveCount(0);
  await page.route("**/api/members*", (asked) => asked.abort());
  await tick("Shanghai");
  await expect(words).toBeVisible();
});

test("a list that was refused keeps what it showed, and asks again when sent again", async ({
  page,
}) => {
  await signInAs(page.context(), DEMO.member);
  await page.goto("/fr/organisations");
  const found = page.locator("#results");
  const all = counted(await found.textContent());
  const words = page.getByText(getTranslator("fr", "ui")("filters.unavailable"));
  await page.getByRole("checkbox", { name: "Shenzhen" }).check();
  await expect.poll(async () => counted(await found.textContent())).toBeLessThan(all);
  const some = (await found.textContent()) ?? "";
  const down = { status: 503, contentType: "text/html", body: "<p></p>" };
  await page.route("**/api/organisations*", (asked) => asked.fulfill(down));
  await page.getByRole("checkbox", { name: "Shanghai" }).check();
  await expect(words).toBeVisible();
  await expect(found).toHaveText(some);
  await page.unroute("**/api/organisations*");
  await page.getByRole("searchbox").press("Enter");
  await expect(words).toHaveCount(0);
});

test("a word that an input method composes is looked for once it is chosen, not sound by sound", async ({
  page,
}) => {
  await signInAs(page.context(), DEMO.member);
  await page.goto("/zh/members");
  const asked: (string | null)[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === "/api/members") asked.push(searchParams.get("q"));
  });
  await page.waitForLoadState("networkidle");
  await page.getByRole("searchbox").focus();
  const keyboard = await page.context().newCDPSession(page);
  for (const text of ["b", "bei", "bei j"]) {
    const selectionStart = text.length;
    await keyboard.send("Input.imeSetComposition", {
      text,
      selectionStart,
      selectionEnd: selectionStart,
    });
    // As long as somebody looks for the next sound.
    await page.waitForTimeout(400);
  }
  await keyboard.send("Input.insertText", { text: "北京" });
  await expect(page).toHaveURL(/\/zh\/members\?q=%E5%8C%97%E4%BA%AC$/);
  await expect.poll(() => asked).toEqual(["北京"]);
});

test("whoever signs in comes back to what was ticked meanwhile", async ({ page }) => {
  const signIn = getTranslator("zh", "shell")("menu.signIn");
  for (const [place, back] of Object.entries({ header: "from", main: "next" })) {
    await page.goto("/zh/projects");
    await page.getByRole("checkbox").first().check();
    await expect(page).toHaveURL(/\/zh\/projects\?\w+=/);
    const { pathname, search } = new URL(page.url());
    await page.locator(place).getByRole("link", { name: signIn }).click();
    await expect(page).toHaveURL(/\/zh\/sign-in\?/);
    expect(new URL(page.url()).searchParams.get(back)).toBe(pathname + search);
  }
});

test("a list whose scripts do not come gets a button that sends what is ticked; with them it has none", async ({
  page,
}) => {
  await signInAs(page.context(), DEMO.member);
  await page.goto("/en/projects");
  const apply = page.getByRole("button", { name: getTranslator("en", "ui")("filters.apply") });
  await expect(apply).toBeHidden();
  await expect(page.locator(".until-scripted")).toHaveCSS("display", "none");
  await page.route("**/_next/static/**/*.js*", (asked) => asked.abort());
  await page.goto("/en/projects");
  await page.getByRole("checkbox", { name: "Environment, water and waste" }).check();
  await apply.click();
  await expect(page).toHaveURL(/sector=environment-water/);
});

test("on a phone one fold holds what narrows and orders, with one sign, and stays open for who ordered", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signInAs(page.context(), DEMO.member);
  await page.goto("/en/members");
  const fold = page.locator("summary", { hasText: "Filter and sort" });
  const order = page.getByLabel("Sort by");
  const signs = () => fold.evaluate((one) => getComputedStyle(one, "::after").content);
  await expect(order).toBeHidden();
  expect(await signs()).toBe("none");
  await fold.click();
  expect(await signs()).toBe("none");
  await order.selectOption({ label: "Newest members" });
  await expect(page).toHaveURL(/\/members\?sort=recent$/);
  await page.goto(page.url());
  await expect(order).toHaveValue("recent");
  await expect(order).toBeVisible();
});

const PHONE_LISTS = ["/members", "/organisations", "/activities", "/projects", "/events"];

for (const to of PHONE_LISTS) {
  test(`${to} on a phone: words and filters in one row, and what is found begins above the bar`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await signInAs(page.context(), DEMO.member);
    await page.goto(`/zh${to}`);
    const box = async (part: Locator) => {
      const { y, height } = (await part.boundingBox()) ?? { y: -1, height: 0 };
      return { top: Math.round(y), bottom: Math.round(y + height) };
    };
    const main = page.getByRole("main");
    const words = await box(main.getByRole("searchbox").first());
    const fold = await box(main.getByRole("search").locator("summary"));
    expect(words.bottom).toBe(fold.bottom);
    const bar = page.getByRole("navigation").filter({ has: page.locator(".bar-link") });
    const first = main.locator("h3, .list-card, .agenda-day").first();
    expect((await box(first)).top + 44).toBeLessThan((await box(bar)).top);
  });
}

test("on a phone the fold says how many filters are in force, and what is found comes first", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signInAs(page.context(), DEMO.member);
  await page.goto("/en/members?city=shenzhen&city=guangzhou");
  await expect(page.locator("summary", { hasText: "Filter and sort (2)" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Shenzhen" })).toBeHidden();
  await expect(page.getByRole("link", { name: "Shenzhen" })).toBeVisible();
});

test("on a phone the agenda is searched by a button, and shows by what it is narrowed", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signInAs(page.context(), DEMO.member);
  await page.goto("/en/events");
  const kind = page.getByLabel("Kind");
  await expect(kind).toBeHidden();
  await page.getByRole("searchbox").fill("lyon");
  await page.getByRole("button", { name: "Show results" }).click();
  await expect(page).toHaveURL(/\/events\?q=lyon/);
  await page.goto("/en/events?kind=outbound-delegation");
  await expect(page.locator("summary", { hasText: "Filters (1)" })).toBeVisible();
  await expect(kind).toHaveValue("outbound-delegation");
  await expect(kind).toBeVisible();
});

test("a wide screen shows three cards beside the filters", async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await signInAs(page.context(), DEMO.member);
  await page.goto("/en/members");
  const cards = page.locator("section[aria-labelledby=results] > ul > li");
  const tops = await cards.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(tops.filter((top) => top === tops[0])).toHaveLength(3);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  for (const { to, box, chosen } of LISTS) {
    test(`${to} is narrowed by its form`, async ({ page }) => {
      await signInAs(page.context(), DEMO.member);
      await page.goto(`/en${to}`);
      const all = counted(await page.locator("#results").textContent());
      await page.getByRole("checkbox", { name: box }).check();
      await page.getByRole("button", { name: "Show results" }).click();
      await expect(page).toHaveURL(new RegExp(`${to}\\?.*${chosen}`));
      expect(counted(await page.locator("#results").textContent())).toBeLessThan(all);
    });
  }
});

test("on a tablet the field of words reaches the button that sends them", async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 740 });
  const apply = getTranslator("en", "ui")("filters.apply");
  for (const to of ["/events", "/cooperations"]) {
    await page.goto(`/en${to}`);
    const words = await page.getByRole("searchbox").boundingBox();
    const button = await page.getByRole("button", { name: apply }).first().boundingBox();
    expect((button?.x ?? 0) - (words?.x ?? 0) - (words?.width ?? 0)).toBeLessThan(24);
  }
});
