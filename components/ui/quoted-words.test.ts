import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Locale } from "@/lib/core/i18n/locales";
import { QuotedWords } from "./quoted-words";

const languageOf = (words: string, lang?: Locale) =>
  /lang="([^"]+)"/.exec(renderToStaticMarkup(createElement(QuotedWords, { words, lang })))?.[1];

test("Chinese words say so by themselves, whatever their reader's language", () => {
  expect(languageOf("请补充公司地址。")).toBe("zh-Hans");
  expect(languageOf("请补充公司地址。", "fr")).toBe("zh-Hans");
});

test("of words in Latin letters the language is said where it is known", () => {
  expect(languageOf("Précisez l’adresse.", "fr")).toBe("fr-FR");
  expect(languageOf("Précisez l’adresse.")).toBeUndefined();
});
