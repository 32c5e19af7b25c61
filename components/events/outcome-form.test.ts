import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { OutcomeForm } from "./outcome-form";

const attendance = { id: "r1", version: 1, slug: "web", outcome: null, outcomeWords: null };

test.each(LOCALES)("in %s, the words beside the answer are called optional once", (locale) => {
  const action = async () => ({ status: "idle" as const });
  const drawn = renderToStaticMarkup(createElement(OutcomeForm, { attendance, action, locale }));
  expect(drawn.split(getTranslator(locale, "ui")("form.optional"))).toHaveLength(2);
});
