import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Gap } from "@/lib/mailings/mailing";
import type { LeftOut } from "@/lib/mailings/queries";
import { StartPart } from "./start-part";

const start = async () => ({ status: "idle" as const });

const it = {
  ...{ id: "m1", version: 1, kind: "newsletter", state: "draft", shownUntil: null },
  ...{ subject: {}, body: {}, categories: [], cities: [], sectors: [], locales: [] },
} as never;

const drawn = (locale: Locale, leftOut: LeftOut, gaps: Gap[] = []) => {
  const counts = { fr: 3, en: 0, zh: 0 };
  const rest = { it, counts, leftOut, gaps, isSentAlready: false, start, locale };
  return renderToStaticMarkup(createElement(StartPart, rest));
};

test.each(LOCALES)(
  "in %s, who gets no newsletter is counted by why, before it leaves",
  (locale) => {
    const t = getTranslator(locale, "mailings");
    const page = drawn(locale, { unagreed: 2, resting: 1 });
    expect(page).toContain(t("start.leftOut.unagreed", { count: 2 }));
    expect(page).toContain(t("start.leftOut.resting", { count: 1 }));
    const nobody = drawn(locale, { unagreed: 0, resting: 0 });
    expect(nobody).not.toContain(t("start.leftOut.unagreed", { count: 0 }));
    expect(nobody).not.toContain(t("start.leftOut.resting", { count: 0 }));
  },
);

test.each(LOCALES)("in %s, what is read before it leaves is one link from its words", (locale) => {
  const lacking: Gap = { locale: "en", lacks: ["subject", "body"] };
  const words = getTranslator(locale, "mailings")("start.revise");
  for (const gaps of [[], [lacking]]) {
    const page = drawn(locale, { unagreed: 0, resting: 0 }, gaps);
    expect(page).toContain(`href="/${locale}/admin/mailings/m1">${words}</a>`);
  }
});
