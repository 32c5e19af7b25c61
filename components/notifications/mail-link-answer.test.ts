import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { MailLinkAnswer } from "./mail-link-answer";

/** What stands above the button of the page that a mail's link opens. */
function sayAbove(locale: Locale, isOff: boolean): string {
  const act = async () => ({ status: "idle" as const });
  const page = renderToStaticMarkup(
    createElement(MailLinkAnswer, {
      ...{ group: "interests", isOff, token: "t", locale, actions: { stop: act, resume: act } },
    }),
  );
  return page.match(/space-y-5"><p>([^<]*)/)?.[1] ?? "";
}

test.each(LOCALES)(
  "what is not pressed yet is asked, and then said to be done, in %s",
  (locale) => {
    expect(sayAbove(locale, false)).toMatch(/[?？]$/);
    expect(sayAbove(locale, true)).toMatch(/[:：]$/);
  },
);
