import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type FormState, IDLE } from "@/lib/core/form-state";
import { localizedFieldCopy } from "@/lib/core/i18n/form-copy";
import { FormContext } from "./form-context";
import { LocalizedField } from "./localized-field";

const within = (state: FormState, field: ReactNode) =>
  createElement(
    FormContext,
    { value: { state, pending: false, pressed: null, scope: "", copy: {} } },
    field,
  );

/** Which translations of a title stand open, as `["fr", "en"]`. */
function opened(state: FormState, saved: Record<string, string>): string[] {
  const copy = localizedFieldCopy("en");
  const shown = {
    name: "title",
    label: "Title",
    original: "zh",
    copy,
    defaultValue: saved,
  } as const;
  const page = renderToStaticMarkup(within(state, createElement(LocalizedField, shown)));
  return [...page.matchAll(/<details[^>]* open=""[^>]*><summary.*?lang="(\w+)/g)].map(
    ([, language = ""]) => language,
  );
}

test("after a conflict a translation that somebody saved meanwhile stands open beside one's own", () => {
  const saved = { zh: "三枚礼花", fr: "Trois fusées", en: "Three rockets" };
  expect(opened(IDLE, saved)).toEqual([]);
  const values = { "title.zh": "三枚礼花", "title.fr": "", "title.en": "Three rockets" };
  const failed = { status: "failed", message: "", at: "", values } as const;
  expect(opened({ ...failed, code: "conflict" }, saved)).toEqual(["fr"]);
  expect(opened({ ...failed, code: "tooManyRequests" }, saved)).toEqual([]);
});

test("the folds of several texts are told apart by name", () => {
  const shown = { original: "zh", copy: localizedFieldCopy("en") } as const;
  const folds = ["title", "pitch"].flatMap((name) => {
    const field = createElement(LocalizedField, { ...shown, name, label: name });
    const page = renderToStaticMarkup(within(IDLE, field));
    return [...page.matchAll(/<summary.*?<\/summary>/g)].map(([fold]) =>
      fold.replace(/<[^>]*>/g, ""),
    );
  });
  expect(folds).toHaveLength(4);
  expect(new Set(folds).size).toBe(4);
});
