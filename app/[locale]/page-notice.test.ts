import { beforeEach, expect, test, vi } from "vitest";
import { PageNotice } from "./page-notice";

const browser = vi.hoisted(() => ({ flash: "", notice: "" }));

vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-club-notice": browser.notice }),
  cookies: async () => ({ get: () => (browser.flash ? { value: browser.flash } : undefined) }),
}));

beforeEach(() => {
  Object.assign(browser, { flash: "", notice: "projectWithdrawn" });
});

const page = () => PageNotice({ locale: "en", className: "" });

test("a crafted address makes no page say that something was done", async () => {
  expect(await page()).toBeNull();
  browser.flash = "notice.saved";
  expect(await page()).toBeNull();
  browser.flash = "refused.projectWithdrawn";
  expect(await page()).toBeNull();
});

test("right after the act its page says so", async () => {
  browser.flash = "notice.projectWithdrawn";
  expect(await page()).not.toBeNull();
});

test("what no catalogue holds is never said", async () => {
  Object.assign(browser, { flash: "notice.toString", notice: "toString" });
  expect(await page()).toBeNull();
});
