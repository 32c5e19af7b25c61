import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { readPageText } from "@/lib/pages/page-text";
import { PageProse } from "./page-prose";
import { listStandingWords } from "./page-table";

const CONTACT = "contact@example.org";

const draw = (text: string, more: object = {}) => {
  const body = { parts: readPageText(text), lang: "fr" as const, isFallback: false };
  const props = { body, contact: CONTACT, locale: "fr" as const, ...more };
  return renderToStaticMarkup(createElement(PageProse, props)).replace(
    / (?:class|dir)="[^"]*"/g,
    "",
  );
};

test("headings part the text, and the club can be written to wherever it is named", () => {
  expect(draw(`## Éditeur\n\nÀ ${CONTACT}.`)).toContain(
    `<section aria-labelledby="part-1"><h2 id="part-1">Éditeur</h2>` +
      `<div><p>À <a href="mailto:${CONTACT}">${CONTACT}</a>.</p></div></section>`,
  );
});

test("a translation that is older than its original says so", () => {
  const parts = readPageText("Un");
  const body = { parts, lang: "zh" as const, isFallback: false };
  expect(draw("", { body, isOlder: true, locale: "zh" })).toContain(
    "<p>原文已更新，译文待更新</p>",
  );
  expect(draw("Un")).not.toContain("译文");
});

test("a list keeps its numbers, and marks of other languages stay words", () => {
  expect(draw("3. Trois\n4. Quatre")).toContain('<ol start="3"><li>Trois</li><li>Quatre</li></ol>');
  expect(draw("- Un\n- Deux")).toContain("<ul><li>Un</li><li>Deux</li></ul>");
  expect(draw("<b>[Un](https://example.org)</b>\n*Deux*")).toContain(
    "<p>&lt;b&gt;[Un](https://example.org)&lt;/b&gt;<br/>*Deux*</p>",
  );
});

test("what stands below the first part stands there once, and an empty text is nothing", () => {
  const drawn = draw("## Un\n\nA\n\n## Deux\n\nB", { afterFirst: "Immatriculation" });
  expect(drawn.split("Immatriculation")).toHaveLength(2);
  expect(drawn.indexOf("Immatriculation")).toBeLessThan(drawn.indexOf("Deux"));
  expect(draw("")).toBe("<div></div>");
});

test("a text in another language says so", () => {
  const body = { parts: readPageText("Un."), lang: "fr" as const, isFallback: true };
  const drawn = draw("", { body, locale: "zh" });
  expect(drawn).toContain('<div lang="fr-FR">');
  expect(drawn).toMatch(/^<p>[^<]*法文[^<]*<\/p>/);
});

test("where a page stands says what is read, what will be and what is being written", () => {
  const own = { page: "legal", moderation: "published", isHidden: false, isEdited: true } as const;
  const words = (row: object) =>
    listStandingWords(
      { page: "legal", own: null, since: undefined, from: undefined, ...row },
      "en",
    );
  expect(words({})).toEqual(["Text that comes with the site"]);
  expect(words({ own, since: "2026-11-27", from: "2027-01-01" })).toEqual([
    "The club’s text, in force since 27\u00a0November 2026",
    "New version from 1\u00a0January 2027",
    "Change in progress",
  ]);
  expect(words({ own: { ...own, moderation: "withdrawn", isEdited: false } })).toEqual([
    "Text that comes with the site",
    "The club’s text has been withdrawn",
  ]);
});
