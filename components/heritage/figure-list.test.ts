import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FigureList } from "./figure-list";
import { HeritageLine } from "./heritage-line";
import { KeyFigures } from "./key-figures";

const told = {
  ...{ slug: "stands", title: "广交会展位", lang: "zh-Hans", value: "12个", valueLang: "zh-Hans" },
  ...{ text: "First.", textLang: "en-GB", sources: "2 sources" },
  source: { text: "Source", url: null },
};

const drawn = (element: Parameters<typeof renderToStaticMarkup>[0]) =>
  [...renderToStaticMarkup(element).matchAll(/lang="([\w-]+)"[^>]*>([^<]+)</g)].map(
    ([, lang, text]) => `${lang} ${text}`,
  );

test("what is told in another language than the page's says in which, wherever it stands", () => {
  const figure = ["zh-Hans 广交会展位", "zh-Hans 12个"];
  expect(drawn(createElement(FigureList, { figures: [told], at: "/fr/heritage/" }))).toEqual(
    figure,
  );
  expect(drawn(createElement(KeyFigures, { figures: [told] }))).toEqual(figure);
  expect(drawn(createElement(HeritageLine, { items: [told] }))).toEqual([
    "zh-Hans 广交会展位",
    "en-GB First.",
  ]);
});

test("a date is kept apart from the number of sources behind it", () => {
  const text = (date?: string) =>
    renderToStaticMarkup(
      createElement(FigureList, {
        figures: [{ ...told, ...(date && { date }) }],
        at: "/fr/heritage/",
      }),
    ).replace(/<[^>]*>/g, "");
  expect(text("2015年")).toContain("2015年 · 2 sources");
  expect(text()).toContain("广交会展位2 sources");
});
