import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { consentText, PORTAL_TEXTS } from "@/lib/consents/consent-texts";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { AcceptedTexts } from "./accepted-texts";

const { charter } = PORTAL_TEXTS;
const own = { ...charter, version: 2, text: { fr: "À nous." }, since: "2099-01-01" };

function draw(locale: Locale, inForce: typeof charter, read = charter): string {
  const row = {
    id: "one",
    purpose: "charter",
    label: "Charte",
    locale: "fr",
    givenAt: new Date("2026-05-04T08:00:00Z"),
    withdrawnAt: null,
    textVersion: read.version,
    isOutdated: read.version < inForce.version,
    words: consentText("charter", read, locale, "club@example.org"),
    inForce,
  } as const;
  return renderToStaticMarkup(createElement(AcceptedTexts, { locale, accepted: [row] }));
}

const first = (locale: Locale) => consentText("charter", charter, locale, "").paragraphs[0] ?? "";
const escaped = (text: string) => text.replaceAll("'", "&#x27;");

test.each(LOCALES)("in %s the words that were accepted, and since when others hold", (locale) => {
  const day = { fr: "1er\u00a0janvier 2099", en: "1\u00a0January 2099", zh: "2099年1月1日" }[
    locale
  ];
  const page = draw(locale, own);
  expect(page).toContain(escaped(first(locale)));
  expect(page).not.toContain("À nous.");
  expect(page).toContain(day);
  expect(page).toContain(`href="/${locale}/charter"`);
});

test("nothing of another where those accepted hold, or the club has gone back to an older one", () => {
  for (const page of [draw("fr", charter), draw("fr", charter, own)]) {
    expect(page).not.toContain("/charter");
  }
});

test("a text that the reader's language lacks says in which it is", () => {
  const page = draw("zh", own, own);
  expect(page).toContain('<p lang="fr-FR">À nous.</p>');
  expect(page).toContain("以下为法文");
});

test("a translation that is older than its original says so, to whoever reads it", () => {
  const older = { ...charter, older: ["zh" as const] };
  expect(draw("zh", older, older)).toContain("原文已更新，译文待更新");
  expect(draw("en", older, older)).not.toContain("Needs updating");
});
