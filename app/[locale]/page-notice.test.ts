import { beforeEach, expect, test, vi } from "vitest";
import { PageNotice, readNotice } from "./page-notice";

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
  expect((await page())?.props).toMatchObject({ "data-page-notice": "" });
});

test("what no catalogue holds is never said", async () => {
  Object.assign(browser, { flash: "notice.toString", notice: "toString" });
  expect(await page()).toBeNull();
});

test("where its form says it, the page does so only unless that form is there", async () => {
  browser.flash = "notice.projectWithdrawn.form-write";
  expect((await page())?.props).toMatchObject({ "data-page-notice": "unless-form" });
  expect(await readNotice("en")).toMatchObject({ form: "form-write" });
});

test.each(["write", "form-", 'form-"><b', `form-${"a".repeat(61)}`])(
  "%s is no form of ours: the page says it",
  async (form) => {
    browser.flash = `notice.projectWithdrawn.${form}`;
    expect(await readNotice("en")).toMatchObject({ form: null });
    expect(await page()).not.toBeNull();
  },
);
