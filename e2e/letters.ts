import type { CDPSession, Page } from "@playwright/test";

/** What a reader with weak eyes sets: the browser's own size of letters, in pixels, on a small screen. */
export const LARGE_LETTERS = [
  { width: 360, letters: 24 },
  { width: 320, letters: 32 },
] as const;

/** The size of letters that a browser starts with. */
export const USUAL_LETTERS = 16;

const set = new WeakMap<Page, { session: CDPSession; letters: number }>();

/** Sets the browser's own size of letters: `rem`, `em` and the widths of media queries follow it, a moment later. */
export async function setLetters(page: Page, letters: number): Promise<void> {
  const before = set.get(page);
  if (letters === (before?.letters ?? USUAL_LETTERS)) return;
  const session = before?.session ?? (await page.context().newCDPSession(page));
  set.set(page, { session, letters });
  const fixed = Math.round((letters * 13) / USUAL_LETTERS);
  await session.send("Page.setFontSizes", { fontSizes: { standard: letters, fixed } });
}

/** Runs in the page: settles once its letters have this size, after ten seconds at the latest. */
export async function lettersArrived(letters: number): Promise<void> {
  const { documentElement } = document;
  for (let tries = 0; tries < 1000; tries += 1) {
    if (Number.parseFloat(getComputedStyle(documentElement).fontSize) === letters) return;
    await new Promise((again) => setTimeout(again, 10));
  }
}

/**
 * Runs in the page: how large its letters are, and by how many pixels at most they are too wide: the page for the screen,
 * what a box cuts off for that, a name in a drawing for the page.
 */
export function measured(): { over: number; letters: number } {
  const { scrollWidth, clientWidth } = document.documentElement;
  const letters = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const cut = [...document.querySelectorAll(".overflow-hidden")].map(
    (box) => box.scrollWidth - box.clientWidth,
  );
  const drawn = [...document.querySelectorAll("svg text")].flatMap((name) => {
    const { left, right } = name.getBoundingClientRect();
    return [Math.floor(-left), Math.floor(right - clientWidth)];
  });
  return { over: Math.max(scrollWidth - clientWidth, ...cut, ...drawn), letters };
}

/** What a page measures once its letters have arrived. */
export async function measure(page: Page): Promise<ReturnType<typeof measured>> {
  await page.evaluate(lettersArrived, set.get(page)?.letters ?? USUAL_LETTERS);
  return page.evaluate(measured);
}
