import type { Page } from "@playwright/test";
import { getTranslator } from "@/lib/core/i18n/translator";
import { open, type Stage } from "./admission";
import { DEMO, expect } from "./world";

const PHONE = { width: 360, height: 640 };

/** The edge of what sticks at the foot of the page, and of what has the focus unless it is part of that. */
const edgesOf = (page: Page) =>
  page.evaluate(() => {
    const box = (element: Element | null) => element?.getBoundingClientRect();
    const bar = document.querySelector(".act-bar");
    const focused = document.activeElement;
    const isInFoot = focused?.closest(".act-bar, nav.fixed") !== null;
    return {
      isAtEnd: focused === document.body,
      bar: box(bar),
      nav: box(document.querySelector("nav.fixed")),
      focused: isInFoot ? undefined : box(focused),
      name: focused?.textContent?.trim().slice(0, 40) ?? "",
    };
  });

/** Goes through a page by its keys: what sticks at its foot hides neither the bottom bar nor what has the focus. */
export async function expectFocusInSight(page: Page): Promise<void> {
  for (let press = 0; press < 40; press++) {
    await page.keyboard.press("Tab");
    const { isAtEnd, bar, nav, focused, name } = await edgesOf(page);
    if (isAtEnd) break;
    if (!bar || !nav) throw new Error("nothing sticks");
    expect(bar.bottom).toBeLessThanOrEqual(nav.top + 1);
    const isAbove = !focused || focused.bottom <= bar.top + 1 || focused.top >= bar.bottom - 1;
    expect([name, isAbove && (!focused || focused.top < nav.top)]).toEqual([name, true]);
  }
}

/**
 * As the moderator, on a phone, before a decision on what was sent back once: what changed comes first, and the way to
 * the decision hides neither the bottom bar nor what has the focus.
 */
export async function readAgain(stage: Stage, title: string) {
  const t = getTranslator(stage.locale, "admin");
  const { context, page } = await open(stage, DEMO.moderator);
  await page.setViewportSize(PHONE);
  await page.goto(`/${stage.locale}/admin`);
  await page.getByRole("link", { name: title }).first().click();
  await expect(page.locator("main h2").first()).toHaveText(t("dossier.since"));
  await expectFocusInSight(page);
  await page.locator(".act-bar a").click();
  await expect(page.locator("#decision")).toBeInViewport();
  await context.close();
}
