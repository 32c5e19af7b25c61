import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { GuestPageData } from "@/lib/events/guests.queries";
import { GuestParty } from "./guest-party";

const act = async () => ({ status: "idle" as const });
const actions = { confirm: act, cancel: act, take: act, leave: act };

/** The page of somebody who has not confirmed yet, without its form. */
function drawn(asked: Pick<GuestPageData["guest"], "isShown" | "takesPhotos">, locale: Locale) {
  const guest = { name: "Anne Zola", companions: ["李娜"], note: "Sans gluten", ...asked };
  const held = { format: "in-person", place: "lyon-3", cities: [], venue: { fr: "12 rue Belle" } };
  const event = {
    title: {},
    originalLocale: "fr",
    startsAt: null,
    endsAt: null,
    price: 25,
    ...held,
  };
  const data = { guest, event, own: null, outcome: null, outcomeWords: null } as never;
  const rest = { token: "", refusal: "Complet", ticket: null, canGiveUp: false, canChange: false };
  return renderToStaticMarkup(createElement(GuestParty, { data, actions, locale, ...rest }));
}

describe.each(LOCALES)("what a guest confirms, in %s", (locale) => {
  const t = getTranslator(locale, "events");
  const [yes, no] = [t("registrations.file.yes"), t("registrations.file.no")];

  test.each([
    [true, false, yes, no],
    [false, true, no, yes],
  ])("says all that was typed and ticked in their name", (isShown, takesPhotos, shown, photos) => {
    const page = drawn({ isShown, takesPhotos }, locale).replaceAll(/<[^>]*>/g, "|");
    const terms = [t("registration.euros", { price: 25 }), "12 rue Belle"];
    for (const said of ["Anne Zola", "李娜", "Sans gluten", ...terms]) expect(page).toContain(said);
    expect(page).toMatch(new RegExp(`${t("guest.isShown")}\\|+${shown}\\|`));
    expect(page).toMatch(new RegExp(`${t("registration.takesPhotos")}\\|+${photos}\\|`));
  });
});
