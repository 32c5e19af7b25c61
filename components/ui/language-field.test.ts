import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LANGUAGE_TAG, LOCALE_NAME, LOCALES } from "@/lib/core/i18n/locales";
import { LanguageField } from "./language-field";

test("the name of each language that can be chosen is said to be in that language", () => {
  const field = { label: "Langue", name: "locale", value: "fr", isOpen: true } as const;
  const drawn = renderToStaticMarkup(createElement(LanguageField, field));
  for (const locale of LOCALES) {
    expect(drawn).toContain(`<span lang="${LANGUAGE_TAG[locale]}">${LOCALE_NAME[locale]}</span>`);
  }
});
