import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CancelledWords } from "./cancelled-words";

test("words whose script is not the reader's are said to be Chinese", () => {
  const drawn = (words: string) =>
    renderToStaticMarkup(createElement(CancelledWords, { words, locale: "fr" }));
  expect(drawn("场地临时不可用。")).toContain('lang="zh-Hans">场地');
  expect(drawn("La salle est prise.")).not.toContain("lang=");
});
