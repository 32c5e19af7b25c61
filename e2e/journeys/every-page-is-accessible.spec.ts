import AxeBuilder from "@axe-core/playwright";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { htmlFaults } from "@/scripts/house/html-rules";
import { LARGE_LETTERS, measure, setLetters, USUAL_LETTERS } from "../letters";
import { DEMO_OWNER, dossierPaths, interestPaths, PAGES } from "../pages";
import { DEMO, expect, signInAs, test } from "../world";

const VIEWS = [360, 1280].flatMap((width) =>
  (["light", "dark"] as const).map((theme) => ({ width, theme })),
);

/** Each language sees both widths and both themes; all four pairs are seen, since colours do not depend on the language. */
const viewsIn = (locale: Locale) =>
  VIEWS.filter(
    ({ width, theme }) => ((width === 360) === (theme === "dark")) === (locale === "en"),
  );

/** Colours fade when the theme changes: they are measured once they have arrived, after two seconds at the latest. */
async function settle() {
  const arrived = (async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  })();
  // A browser that draws nothing gives no frame either.
  await Promise.race([arrived, new Promise((late) => setTimeout(late, 2000))]);
}

/** Those of somebody's pages whose addresses carry ids. */
async function pathsWithIds(as: string | null): Promise<string[]> {
  if (as === DEMO.administrator) return dossierPaths();
  return as === DEMO_OWNER ? interestPaths() : [];
}

// They only read, and take longest of all: two at a time.
test.describe.configure({ mode: "parallel" });

for (const locale of LOCALES) {
  for (const { as, paths } of PAGES) {
    test(`${locale}: pages of ${as ?? "a visitor"} pass axe, fit large letters and stay at home`, async ({
      page,
    }) => {
      test.setTimeout(420_000);
      if (as) await signInAs(page.context(), as);
      const more = await pathsWithIds(as);
      for (const path of [...paths, ...more]) {
        const answer = await page.goto(`/${locale}${path === "/" ? "" : path}`);
        const faults = await htmlFaults((await answer?.text()) ?? "");
        expect(faults, `${locale}${path} is HTML without a fault`).toEqual([]);
        await expect(page.locator("html")).toHaveAttribute("lang", /^(fr-FR|en-GB|zh-Hans)$/);
        for (const { width, theme } of viewsIn(locale)) {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
          await page.evaluate(settle);
          const { violations } = await new AxeBuilder({ page })
            .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
            .analyze();
          const found = violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`,
          );
          expect(found, `${locale}${path} at ${width} px, ${theme}`).toEqual([]);
          const { over } = await measure(page);
          expect(over, `${locale}${path} at ${width} px is wider than the screen`).toBe(0);
        }
        for (const { width, letters } of LARGE_LETTERS) {
          await page.setViewportSize({ width, height: 800 });
          await setLetters(page, letters);
          const name = `${locale}${path} at ${width} px with letters of ${letters} px`;
          expect(await measure(page), name).toEqual({ over: 0, letters });
        }
        await setLetters(page, USUAL_LETTERS);
      }
    });
  }
}
