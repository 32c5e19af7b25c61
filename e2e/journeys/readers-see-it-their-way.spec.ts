import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { buildOrganisationSearch } from "@/lib/organisations/names";
import { htmlFaults } from "@/scripts/house/html-rules";
import { LARGE_LETTERS, measure, setLetters, USUAL_LETTERS } from "../letters";
import { DEMO_OWNER } from "../pages";
import { expectFocusInSight } from "../read-again";
import { DEMO, expect, signInAs, test } from "../world";

const PHONES = [
  { width: 360, height: 616 },
  { width: 375, height: 667 },
];

for (const locale of LOCALES) {
  test(`${locale}: the way into the club stands above the fold of a phone`, async ({ page }) => {
    await page.goto(`/${locale}`);
    const name = getTranslator(locale, "pages")("home.apply");
    const apply = page.getByRole("main").getByRole("link", { name, exact: true }).first();
    for (const size of PHONES) {
      await page.setViewportSize(size);
      const [button, bar] = await Promise.all([
        apply.boundingBox(),
        page.getByRole("navigation").last().boundingBox(),
      ]);
      const bottom = (button?.y ?? Number.NaN) + (button?.height ?? 0);
      expect(bottom, `${size.width} × ${size.height}`).toBeLessThanOrEqual(bar?.y ?? 0);
    }
  });

  test(`${locale}: what is refused before any page is a page of the house`, async ({ page }) => {
    for (const theme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: theme });
      const answer = await page.goto(`/${locale}/projects?q=${"a".repeat(8000)}`);
      expect(answer?.status()).toBe(414);
      expect(await htmlFaults((await answer?.text()) ?? "")).toEqual([]);
      const ground = theme === "light" ? "rgb(249, 246, 242)" : "rgb(14, 20, 28)";
      await expect(page.locator("body")).toHaveCSS("background-color", ground);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      for (const { width, letters } of [
        ...LARGE_LETTERS,
        { width: 1280, letters: USUAL_LETTERS },
      ]) {
        await page.setViewportSize({ width, height: 800 });
        await setLetters(page, letters);
        expect(await measure(page)).toEqual({ over: 0, letters });
      }
    }
  });
}

test("what saves an editor hides nothing that has the focus, nor a small screen", async ({
  page,
}) => {
  await signInAs(page.context(), "etienne.fauvergue@example.org");
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto("/fr/projects/hosting-cantonese-chefs/edit?step=partner");
  await expectFocusInSight(page);
  const bar = page.locator(".act-bar");
  await expect(bar).toHaveCSS("position", "sticky");
  // 1280 × 1024 at 400 %.
  await page.setViewportSize({ width: 320, height: 256 });
  await expect(bar).toHaveCSS("position", "static");
});

test("a name longer than a phone is wide is broken, in both scripts", async ({ page }) => {
  const fr = `${"Donaudampfschifffahrt".repeat(4)} Rhône`;
  const zh = "里昂丝绸织造进出口贸易与文化交流促进有限责任公司".repeat(2);
  const named = { name: { fr, zh }, sectors: [], place: "lyon-7" };
  const { slug } = await transaction((tx) =>
    makeOrganisation(tx, { ...named, ...buildOrganisationSearch(named) }),
  );
  await signInAs(page.context(), DEMO.member);
  await page.setViewportSize({ width: 360, height: 740 });
  for (const locale of ["fr", "zh"]) {
    await page.goto(`/${locale}/organisations/${slug}`);
    await expect(page.getByText(fr).first()).toBeVisible();
    expect(await measure(page), locale).toEqual({ over: 0, letters: USUAL_LETTERS });
  }
  await page.goto("/fr/organisations?q=donaudampfschifffahrt");
  await expect(page.locator("main li h3").getByText(fr)).toBeVisible();
  expect(await measure(page)).toEqual({ over: 0, letters: USUAL_LETTERS });
  // Whoever is new to the club stands on everybody's dashboard, until six others came, which journeys beside this one may bring.
  await expect(async () => {
    const { memberSlug } = await transaction((tx) =>
      makeMember(tx, { familyName: "Donaudampfschifffahrt".repeat(2), givenName: "Odile" }),
    );
    await page.goto("/fr/home");
    const card = page.locator(`main a[href="/fr/members/${memberSlug}"]`);
    await expect(card).toBeVisible({ timeout: 1000 });
  }).toPass();
  expect(await measure(page)).toEqual({ over: 0, letters: USUAL_LETTERS });
});

test("what stands beside each of several things says of which it is", async ({ browser }) => {
  // Who comes to an event of the demo is forgotten a month after its day.
  const { slug } = await transaction(async (tx) => {
    const event = await makeOpenEvent(tx);
    for (const familyName of ["Vauzelle", "Ouyang", "Perrache"]) {
      const { memberId } = await makeMember(tx, { familyName });
      await makeRegistration(tx, { eventId: event.id, memberId });
    }
    return event;
  });
  for (const [email, path] of [
    [DEMO_OWNER, "/fr/matches"],
    [DEMO.administrator, `/fr/events/${slug}/registrations`],
  ] as const) {
    const context = await browser.newContext();
    await signInAs(context, email);
    const page = await context.newPage();
    await page.goto(path);
    const acts = page.locator("main :is(li, td) :is(a.button, button, summary):visible");
    const names = await acts.allTextContents();
    expect(names.length, path).toBeGreaterThan(1);
    expect(
      names.filter((name, at) => names.indexOf(name) !== at),
      path,
    ).toEqual([]);
    await context.close();
  }
});

/** What tells an element from its neighbours where colours are the reader's own. */
const look = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { backgroundColor, outlineStyle, outlineWidth } = getComputedStyle(element);
      return { backgroundColor, outline: outlineStyle === "none" ? "0px" : outlineWidth };
    });

test("with the reader's own colours one sees where one is, what is in force and where the focus is", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await signInAs(page.context(), DEMO.member);
  for (const [path, width, current, other] of [
    ["/en/projects", 1280, "header nav [aria-current=page]", "header nav a:not([aria-current])"],
    ["/en/projects", 360, "nav.fixed [aria-current=page]", "nav.fixed a:not([aria-current])"],
    ["/en/projects", 1280, "footer [aria-current=true]", "footer a:not([aria-current])"],
    ["/en/projects", 1280, "main nav [aria-current=page]", "main nav a:not([aria-current])"],
    ["/en/exchanges", 1280, "main nav [aria-current=page]", "main nav a:not([aria-current])"],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(path);
    const [here, there] = [await look(page, current), await look(page, other)];
    expect(here.backgroundColor, `${path} at ${width} px: ${current}`).not.toBe(
      there.backgroundColor,
    );
    const edges = await page
      .locator(other)
      .first()
      .evaluate((element) => {
        const { borderBottomColor: edge, borderBottomWidth } = getComputedStyle(element);
        const paper = getComputedStyle(document.documentElement).backgroundColor;
        return borderBottomWidth === "0px" || edge === paper ? "unseen" : edge;
      });
    expect(edges, `${path} at ${width} px: ${other}`).toBe("unseen");
  }
  await page.goto("/en/projects?q=silk");
  expect((await look(page, "main a.bg-chip")).outline).not.toBe("0px");
  await page.keyboard.press("Tab");
  expect((await look(page, ":focus")).outline).toBe("3px");
  await page.locator("main a.bg-chip").first().focus();
  expect((await look(page, ":focus")).outline).toBe("3px");
  await page.goto("/en/events?month=2027-02");
  expect((await look(page, "main .month-event")).outline).not.toBe("0px");
});

test("a thumb meets what heads a row or stands alone", async ({ browser }) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  for (const [path, links] of [
    ["/zh/sign-in", "p > a"],
    ["/zh/admin/members", ":is(th, p) a"],
    ["/zh/admin/audit", "td a"],
    ["/zh/admin/jobs", "th a"],
    ["/zh/events?month=2027-02", "a[rel]"],
    ["/zh/projects?q=silk", "li > a.text-sm"],
  ] as const) {
    if (path.includes("/admin")) await signInAs(context, DEMO.administrator);
    await page.goto(path);
    const heights = await page
      .locator(`main ${links}`)
      .evaluateAll((met) => met.map((link) => link.getBoundingClientRect().height));
    expect(heights.length, path).toBeGreaterThan(0);
    expect(Math.min(...heights), path).toBeGreaterThanOrEqual(44);
  }
  await context.close();
});

test("paper is white at night", async ({ page }) => {
  await page.goto("/fr/accessibility");
  const inks = () =>
    page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      const names = ["ink", "hairline", "chip", "link", "success", "warning", "danger", "brand"];
      return names.map((name) => style.getPropertyValue(`--color-${name}`));
    });
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  const day = await inks();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect(await inks()).toEqual(day);
  await page.evaluate(() => {
    document.documentElement.dataset.theme = "dark";
  });
  expect(await inks()).toEqual(day);
  // What a list is searched by is no part of what was found.
  await page.goto("/fr/projects");
  await expect(page.locator("main .filter-row")).toBeHidden();
  // Paper shows no background behind the words of a button.
  await page.goto("/fr/projects/shared-office-guangzhou");
  await expect(page.locator("main a.button-primary").first()).toHaveCSS("color", "rgb(0, 0, 0)");
  // A sheet of A4, within its margins.
  await page.setViewportSize({ width: 680, height: 960 });
  await page.goto("/fr/events?month=2027-02");
  await expect(page.locator("main .button:visible")).toHaveCount(0);
  const words = page.locator("main .month-event > span").first();
  await expect(words).toHaveCSS("clip-path", "none");
  expect((await words.boundingBox())?.height).toBeGreaterThan(10);
  await page.emulateMedia({ media: "screen" });
  expect(await inks()).not.toEqual(day);
});

test("a table keeps its columns on paper", async ({ context, page }) => {
  const mark = randomBytes(6).toString("hex");
  const usual = `vauzelle.${mark}@example.org`;
  const long = `${mark.repeat(3)}.vauzelle@establishments-of-lyon.example`;
  await transaction(async (tx) => {
    await makeMember(tx, { familyName: `Vauzelle ${mark}` }, { email: usual });
    await makeMember(tx, { familyName: mark.repeat(3) }, { email: long });
  });
  await signInAs(context, DEMO.administrator);
  // A sheet of A4, within its margins, and a phone as wide as that.
  await page.setViewportSize({ width: 718, height: 1050 });
  await page.goto(`/fr/admin/members?q=${mark}`);
  const table = page.locator(".stacking-table");
  const row = table.locator("tbody tr").filter({ hasText: usual });
  await expect(table.locator("thead")).toBeHidden();
  const stacked = (await row.boundingBox())?.height ?? 0;
  await page.emulateMedia({ media: "print" });
  await expect(table.locator("thead")).toBeVisible();
  expect((await row.boundingBox())?.height).toBeLessThan(stacked / 2);
  // An address is read in one line; only one longer than its column goes on in the next.
  const lines = (address: string) =>
    table
      .getByText(address)
      .evaluate((one) =>
        Math.round(one.clientHeight / Number.parseFloat(getComputedStyle(one).lineHeight)),
      );
  expect([await lines(usual), await lines(long)]).toEqual([1, 2]);
  // All of it is on the sheet.
  const { width } = (await table.boundingBox()) ?? { width: 0 };
  expect(width).toBeLessThanOrEqual(718);
});

test("an address in a table is read in one line on a tablet, and a long one pushes nothing off the page", async ({
  context,
  page,
}) => {
  const mark = randomBytes(6).toString("hex");
  const [usual, long] = [`agathe.${mark}@example.org`, `${mark.repeat(5)}@example.org`];
  await transaction(async (tx) => {
    for (const email of [usual, long]) await makeMember(tx, { familyName: mark }, { email });
  });
  await signInAs(context, DEMO.administrator);
  await page.goto(`/fr/admin/members?q=${mark}`);
  const lines = (address: string) =>
    page.getByText(address).evaluate((one) => one.getClientRects().length);
  for (const width of [768, 900, 1024]) {
    await page.setViewportSize({ width, height: 900 });
    expect([await lines(usual), (await lines(long)) > 1]).toEqual([1, true]);
    const right = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(right).toBeLessThanOrEqual(width);
  }
});
