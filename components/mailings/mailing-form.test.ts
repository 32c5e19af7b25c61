import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MAILING_KINDS, type MailingKind } from "@/db/enums";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { isMailedOut } from "@/lib/mailings/mailing";
import { MailingForm } from "./mailing-form";

const GREETS = { fr: "salue déjà", en: "already greets", zh: "已有称呼" };

const drawn = (kind: MailingKind, locale: Locale) => {
  const it = {
    ...{ id: "m1", version: 1, kind, state: "draft", shownUntil: null },
    ...{ subject: {}, body: {}, categories: [], cities: [], sectors: [], locales: [] },
  } as never;
  const action = async () => ({ status: "idle" as const });
  return renderToStaticMarkup(createElement(MailingForm, { it, action, locale }));
};

test.each(LOCALES)("in %s, who writes a letter knows that it greets its reader", (locale) => {
  for (const kind of MAILING_KINDS) {
    expect(drawn(kind, locale).includes(GREETS[locale])).toBe(isMailedOut({ kind }));
  }
});
