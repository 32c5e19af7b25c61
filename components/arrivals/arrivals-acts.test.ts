import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ArrivalsActs } from "./arrivals-acts";
import { ImportLinks } from "./import-links";

const act = async () => ({ status: "idle" as const });
const actions = { send: act, remind: act, forget: act };
const counts = { all: 9, "no-link": 2, "to-remind": 3, "to-delete": 4 };

const list = (locale: Locale, leaving: string | null) =>
  renderToStaticMarkup(createElement(ArrivalsActs, { actions, counts, leaving, locale }));
const file = (locale: Locale, isLeaving: boolean) =>
  renderToStaticMarkup(
    createElement(ImportLinks, { count: 2, importId: "one", isLeaving, locale, send: act }),
  );

test.each(LOCALES)(
  "in %s, links that leave are not offered to be sent again meanwhile",
  (locale) => {
    const t = getTranslator(locale, "arrivals");
    const [send, remind] = [t("list.send", { count: 2 }), t("list.remind", { count: 3 })];
    const forget = t("list.forget", { count: 4 });
    expect(list(locale, null)).toContain(send);
    expect(list(locale, null)).not.toContain(t("leaving.text"));
    const leaving = list(locale, "/here?show=no-link");
    for (const word of [send, remind]) expect(leaving).not.toContain(word);
    for (const word of [t("leaving.text"), 'href="/here?show=no-link"', forget]) {
      expect(leaving).toContain(word);
    }
    expect(file(locale, false)).toContain(t("ofImport.send", { count: 2 }));
    expect(file(locale, true)).not.toContain(t("ofImport.send", { count: 2 }));
    expect(file(locale, true)).toContain(t("leaving.text"));
  },
);
