import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { SelectionForm } from "./selection-form";

const act = async () => ({ status: "idle" as const });

test.each(LOCALES)("in %s, who is not marked yet is not said to be answered", (locale) => {
  const drawn = renderToStaticMarkup(
    createElement(SelectionForm, {
      ...{ event: { id: "e1", slug: "payer-en-chine", version: 3 }, rows: [], marked: 3 },
      ...{ actions: { mark: act, tell: act }, locale },
    } as never),
  );
  const notice = getTranslator(locale, "notices")("selectionTold");
  expect(drawn).toContain(getTranslator(locale, "events")("selection.tell"));
  expect(drawn + notice).not.toMatch(/tous|Tout le monde|[Ee]veryone|所有人/);
});
