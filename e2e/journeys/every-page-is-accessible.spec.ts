import { readFileSync } from "node:fs";
import type AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { htmlFaults } from "@/scripts/house/html-rules";
import { LARGE_LETTERS, lettersArrived, measured, setLetters, USUAL_LETTERS } from "../letters";
import { DEMO_OWNER, PAGES } from "../pages";
import {
  comeInPaths,
  dossierPaths,
  exchangePaths,
  guestPaths,
  reportPaths,
} from "../pages-with-ids";
import { DEMO, expect, signInAs, test } from "../world";

type Theme = "light" | "dark";
type View = { width: number; theme: Theme; letters: number };

const [LARGE, LARGEST] = LARGE_LETTERS;

type Seen = {
  theme: Theme;
  widths: number[];
  /** The width at which colours are asked, there and back. */
  colours: { there?: number; back?: number };
  large: readonly (typeof LARGE_LETTERS)[number][];
};

/**
 * Whatever a page looks like is seen in one language at least: both widths in both themes, and large letters of both sizes
 * by the longest words. To change the theme draws all of a page anew, and colours take most of axe's time and do not depend
 * on the language: they are asked of each page in both themes and at both widths, light at the one and dark at the other, and
 * the other way round on the next page. The third language has all other rules asked of it on the phone.
 */
const SEEN: Record<Locale, Seen> = {
  fr: {
    theme: "light",
    widths: [360, 1280],
    colours: { there: 360, back: 1280 },
    large: LARGE_LETTERS,
  },
  zh: { theme: "dark", widths: [360, 1280], colours: { there: 1280, back: 360 }, large: [LARGEST] },
  en: { theme: "dark", widths: [360], colours: {}, large: [LARGE] },
};

/** Large letters come last: no rule is asked of them but whether they fit. */
function viewsIn(locale: Locale): View[] {
  const { theme, widths, large } = SEEN[locale];
  const usual = widths.map((width) => ({ width, letters: USUAL_LETTERS }));
  return [...usual, ...large].map((view) => ({ ...view, theme }));
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Colours fade when the theme changes: they are measured once they have arrived, after two seconds at the latest. */
async function settle() {
  const arrived = (async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  })();
  // A browser that draws nothing gives no frame either.
  await Promise.race([arrived, new Promise((late) => setTimeout(late, 2000))]);
}

type Colour = { r: number; g: number; b: number; alpha: number; parseString(text: string): Colour };
declare const axe: {
  run: (options: object) => ReturnType<AxeBuilder["analyze"]>;
  commons: { color: { Color: { prototype: Colour } } };
};

/** Runs in the page: axe reads the same few colours anew for each of its texts, which took a fifth of its time. */
function readColoursOnce() {
  const { prototype } = axe.commons.color.Color;
  const read = prototype.parseString;
  const known = new Map<string, Pick<Colour, "r" | "g" | "b" | "alpha">>();
  prototype.parseString = function parseString(text) {
    const same = known.get(text);
    if (same) return Object.assign(this, same);
    const { r, g, b, alpha } = read.call(this, text);
    known.set(text, { r, g, b, alpha });
    return this;
  };
}

/**
 * Axe and what is asked beside it, as a text: `AxeBuilder` would bring it into a page again for each question, which takes
 * longer than all its rules.
 */
const TOLD = [lettersArrived, measured, settle].map((one) => `globalThis.${one.name} = ${one};`);
const ASKED = [
  readFileSync("node_modules/axe-core/axe.min.js", "utf8"),
  `(${readColoursOnce})();`,
  ...TOLD,
].join("\n");

const OPTIONS = { runOnly: TAGS, resultTypes: ["violations"], selectors: false };

/** Runs in the page, in one go, since each question waits for the browser's turn: what it measures, and what axe finds. */
async function looked([letters, options]: [number, object | null]) {
  await lettersArrived(letters);
  if (!options) return { seen: measured(), found: [] };
  await settle();
  const { violations } = await axe.run(options);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
  return { seen: measured(), found };
}

const shown = new WeakMap<Page, View>();

/** Shows a page as a view has it: what stays as it was is not set again, since each setting draws the whole page. */
async function show(page: Page, view: View): Promise<void> {
  const { width, theme, letters } = view;
  const before = shown.get(page);
  shown.set(page, view);
  await Promise.all([
    width !== before?.width && page.setViewportSize({ width, height: 800 }),
    theme !== before?.theme && page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" }),
    setLetters(page, letters),
  ]);
}

/**
 * The faults of a page that is open, in every view of it, each with where it was seen. Whoever goes `back` through the views
 * begins where the last page was left: each change of view draws the whole page anew.
 */
async function faultsOf(page: Page, locale: Locale, { back = false } = {}): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate(ASKED);
  const views = viewsIn(locale);
  const { colours } = SEEN[locale];
  for (const view of back ? views.reverse() : views) {
    await show(page, view);
    const { width, theme, letters } = view;
    const isLarge = letters !== USUAL_LETTERS;
    const enabled = width === colours[back ? "back" : "there"];
    const options = isLarge ? null : { ...OPTIONS, rules: { "color-contrast": { enabled } } };
    const { seen, found } = await page.evaluate(looked, [letters, options] as [
      number,
      object | null,
    ]);
    faults.push(...found.map((fault) => `at ${width} px, ${theme}: ${fault}`));
    if (seen.over > 0 || seen.letters !== letters)
      faults.push(
        isLarge
          ? `at ${width} px with letters of ${letters} px: ${JSON.stringify(seen)}`
          : `at ${width} px ${seen.over} px wider than the screen`,
      );
  }
  return faults;
}

/** Those of somebody's pages whose addresses carry ids. */
async function pathsWithIds(as: string | null): Promise<string[]> {
  if (as === DEMO.administrator) return dossierPaths();
  if (as === null) {
    return [...(await comeInPaths()), ...(await guestPaths()), ...(await reportPaths())];
  }
  if (as === DEMO.member) return reportPaths();
  return as === DEMO_OWNER ? exchangePaths() : [];
}

// They only read, and take longest of all: two at a time.
test.describe.configure({ mode: "parallel" });

/** Faults that show in one view each, or with large letters alone. */
const PLANTED = `
  @media (width < 400px) { .pale-on-a-phone { color: light-dark(#eee, #333); background: light-dark(#fff, #222) } }
  @media (width > 400px) { .dim-on-a-desk { color: light-dark(#eee, #333); background: light-dark(#fff, #222) } }
  @media (width > 400px) { .too-wide { width: 1400px } }
  .too-large { width: 20em }`;

const PLANTED_FAULTS: Record<Locale, { there: string[]; back: string[]; always: string[] }> = {
  fr: {
    there: ["at 360 px, light: color-contrast:"],
    back: ["at 1280 px, light: color-contrast:"],
    always: [
      "at 360 px, light: image-alt:",
      "at 1280 px, light: image-alt:",
      "at 1280 px  px wider than the screen",
      "at 360 px with letters of 24 px: ",
      "at 320 px with letters of 32 px: ",
    ],
  },
  en: {
    ...{ there: [], back: [] },
    always: ["at 360 px, dark: image-alt:", "at 360 px with letters of 24 px: "],
  },
  zh: {
    there: ["at 1280 px, dark: color-contrast:"],
    back: ["at 360 px, dark: color-contrast:"],
    always: [
      "at 360 px, dark: image-alt:",
      "at 1280 px, dark: image-alt:",
      "at 1280 px  px wider than the screen",
      "at 320 px with letters of 32 px: ",
    ],
  },
};

test("a fault is found in the view that shows it", async ({ page }) => {
  await page.goto("/fr/accessibility");
  // React takes back what it does not know of a page that it has not woken yet, up to its footer.
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("footer") ?? {}).some((key) => key.startsWith("__react")),
  );
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
    for (const name of ["pale-on-a-phone", "dim-on-a-desk", "too-wide", "too-large"]) {
      const planted = document.createElement("p");
      planted.className = name;
      planted.textContent = "Montbrelant";
      document.querySelector("main")?.append(planted);
    }
    document.querySelector("main")?.append(new Image());
  }, PLANTED);
  const kinds = (faults: string[]) =>
    faults.map((fault) => fault.replace(/ <.*$|\d+(?= px wider)|\{.*$/s, ""));
  for (const locale of LOCALES) {
    const { there, back, always } = PLANTED_FAULTS[locale];
    const found = kinds(await faultsOf(page, locale));
    expect(found.sort()).toEqual([...always, ...there].sort());
    const foundBack = kinds(await faultsOf(page, locale, { back: true }));
    expect(foundBack.sort()).toEqual([...always, ...back].sort());
  }
  expect(await htmlFaults("<!DOCTYPE html><p><div></p>")).not.toEqual([]);
});

for (const locale of LOCALES) {
  for (const { as, paths } of PAGES) {
    test(`${locale}: pages of ${as ?? "a visitor"} pass axe, fit large letters and stay at home`, async ({
      page,
    }) => {
      test.setTimeout(420_000);
      if (as) await signInAs(page.context(), as);
      let back = false;
      for (const path of [...paths, ...(await pathsWithIds(as))]) {
        const answer = await page.goto(`/${locale}${path === "/" ? "" : path}`);
        const html = await htmlFaults((await answer?.text()) ?? "");
        expect(html, `${locale}${path} is HTML without a fault`).toEqual([]);
        await expect(page.locator("html")).toHaveAttribute("lang", /^(fr-FR|en-GB|zh-Hans)$/);
        expect(await faultsOf(page, locale, { back }), `${locale}${path}`).toEqual([]);
        back = !back;
      }
    });
  }
}
