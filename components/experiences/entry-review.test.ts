import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EXPERIENCES } from "@/lib/experiences/experience";
import { EntryReview } from "../entries/entry-review";

/** The languages of the title that are said to be older than their original. */
function marked(stale: { title?: readonly string[] }) {
  const title = { fr: "Trois fusées", en: "Three rockets", zh: "三枚礼花" };
  const content = { originalLocale: "zh", title } as never;
  const shown = { content, locale: "en", noun: EXPERIENCES, slug: "x", stale } as const;
  const page = renderToStaticMarkup(createElement(EntryReview, shown as never));
  return [...page.matchAll(/id="label-submit-title\.(\w+)".*?<\/p>/g)]
    .filter(([row]) => row.includes("Needs updating"))
    .map(([, language]) => language);
}

test("before an entry is handed in, a translation that is older than its original says so", () => {
  expect(marked({})).toEqual([]);
  expect(marked({ title: ["en"] })).toEqual(["en"]);
});
