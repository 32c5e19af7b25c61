import { eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { makeOrganisation } from "@/db/factories";
import { organisations } from "@/db/schema/organisations";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { PAGES } from "../pages";
import { DEMO, expect, ORIGIN, test } from "../world";

/** They look for what a letter's link or an earlier step names, in tables that no other page of visitors reads. */
const NEVER_KEPT = [
  "/sign-in/second-factor",
  "/welcome",
  "/come-in",
  "/new-address",
  "/undo-address",
  "/invitation",
  // Its form happens once.
  "/events/chinese-new-year-evening-year-of-the-goat/guest",
];

const paths = (PAGES.find(({ as }) => as === null)?.paths ?? []).filter(
  (path) => !path.includes("?") && path !== "/nowhere" && !NEVER_KEPT.includes(path),
);

/** A page as somebody gets it of whom nothing is known; with any cookie it is drawn for its reader alone. */
async function read(path: string, cookie = "") {
  const headers = { accept: "text/html", ...(cookie && { cookie }) };
  const answer = await fetch(ORIGIN + path, { headers });
  const nonce = answer.headers.get("content-security-policy")?.match(/'nonce-([^']+)'/)?.[1] ?? "";
  const text = await answer.text();
  const lines = [...answer.headers].map(([name, value]) => [name, value.replaceAll(nonce, "…")]);
  const isKept = answer.headers.has("content-length");
  return { status: answer.status, nonce, text, lines: Object.fromEntries(lines), isKept };
}

const OF_ONE_ANSWER = ["content-length", "transfer-encoding", "date", "x-request-id"];
const withoutOwn = (lines: Record<string, string>) =>
  Object.fromEntries(Object.entries(lines).filter(([name]) => !OF_ONE_ANSWER.includes(name)));

/** As long as no other journey shows or hides something between two readings, which has pages drawn anew. */
const unlessShownMeanwhile = (look: () => Promise<void>) =>
  expect(look).toPass({ timeout: 30_000, intervals: [100, 500, 1000] });

for (const locale of LOCALES) {
  test(`${locale}: pages that visitors read are drawn once, and are those that are drawn anew`, async () => {
    for (const path of paths.map((one) => `/${locale}${one}`.replace(/\/$/, ""))) {
      await unlessShownMeanwhile(async () => {
        await read(path);
        const [kept, again, own] = [await read(path), await read(path), await read(path, "a=1")];
        expect([kept.isKept, again.isKept, own.isKept], path).toEqual([true, true, false]);
        expect(kept.status).toBe(200);
        expect(new Set([kept.nonce, again.nonce, own.nonce]).size, path).toBe(3);
        const named = [...kept.text.matchAll(/nonce=\\?"([^"\\]*)/g)].map(([, nonce]) => nonce);
        expect(new Set(named), path).toEqual(new Set([kept.nonce]));
        expect(withoutOwn(kept.lines), path).toEqual(withoutOwn(own.lines));
        expect(
          kept.text.replaceAll(kept.nonce, "…") === own.text.replaceAll(own.nonce, "…"),
          path,
        ).toBe(true);
      });
    }
  });
}

test("feeds are named by their pages, drawn once, and not sent again to who has them", async ({
  page,
}) => {
  for (const locale of LOCALES) {
    for (const to of ["", "/projects", "/experiences", "/cooperations", "/events"]) {
      const path = `/${locale}${to}/feed.xml`;
      expect((await read(`/${locale}${to}`)).text).toMatch(
        new RegExp(
          `<link rel="alternate" type="application/atom\\+xml"[^>]* href="${ORIGIN}${path}"`,
        ),
      );
      await unlessShownMeanwhile(async () => {
        await read(path);
        const [kept, own] = [await read(path), await read(path, "a=1")];
        expect([kept.isKept, own.isKept, kept.text === own.text], path).toEqual([
          true,
          false,
          true,
        ]);
        expect(withoutOwn(kept.lines), path).toEqual(withoutOwn(own.lines));
        for (const cookie of ["", "a=1"]) {
          const headers = { "if-none-match": String(kept.lines.etag), ...(cookie && { cookie }) };
          const again = await fetch(ORIGIN + path, { headers });
          expect([again.status, await again.text()], path).toEqual([304, ""]);
        }
        const root = await page.evaluate((text) => {
          const { documentElement } = new DOMParser().parseFromString(text, "application/xml");
          return [documentElement.localName, documentElement.querySelectorAll("entry").length];
        }, kept.text);
        expect(root, path).toEqual(["feed", expect.any(Number)]);
      });
    }
  }
});

test("who signs in from a page that everybody reads goes on reading it", async ({ page }) => {
  const shell = getTranslator("zh", "shell");
  await page.goto("/zh/organisations?q=里昂");
  await page
    .locator("header")
    .getByRole("link", { name: shell("menu.signIn") })
    .click();
  const t = getTranslator("zh", "accounts");
  await expect(page.getByText(t("signIn.wall"))).toHaveCount(0);
  await page.locator('main [name="email"]').fill(DEMO.member);
  await page.locator('main [name="password"]').fill(DEMO.password);
  await page.getByRole("button", { name: t("signIn.submit"), exact: true }).click();
  await page.waitForURL((url) => url.pathname === "/zh/organisations");
  expect(new URL(page.url()).searchParams.get("q")).toBe("里昂");
});

test("the about page tells search engines who the club is, in data that no policy refuses", async ({
  page,
}) => {
  for (const locale of LOCALES) {
    await page.goto(`/${locale}/about`);
    const data = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(data ?? "")).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Organization",
      url: `${ORIGIN}/${locale}`,
    });
  }
});

test("what is taken down is gone at the next request, what is shown is there", async () => {
  const { id, slug } = await transaction((tx) => makeOrganisation(tx, { visibility: "public" }));
  const path = `/fr/organisations/${slug}`;
  const set = (hiddenAt: Date | null) =>
    transaction((tx) => tx.update(organisations).set({ hiddenAt }).where(eq(organisations.id, id)));
  await unlessShownMeanwhile(async () => {
    await read(path);
    expect(await read(path)).toMatchObject({ status: 200, isKept: true });
  });
  for (let round = 0; round < 5; round += 1) {
    await set(new Date());
    expect((await read(path)).status).toBe(404);
    await set(null);
    expect((await read(path)).status).toBe(200);
  }
  await set(new Date());
});
