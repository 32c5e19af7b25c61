import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { renderMail } from "@/lib/core/mail/render-mail";

test.each(LOCALES)(
  "in %s, who gave a place up reads no price and is led to the event",
  (locale) => {
    const letter = (state: string) => {
      const about = { name: "A", title: "Payer en Chine", when: "9:00", where: "Lyon 3e" };
      return renderMail("eventRegistered", locale, {
        ...about,
        state,
        cost: "15 €",
        to: "/events/x",
      }).text;
    };
    const own = /mon inscription|my registration|我的报名/;
    for (const state of ["left", "cancelled"]) {
      expect(letter(state)).not.toContain("15 €");
      expect(letter(state)).not.toMatch(own);
    }
    expect(letter("confirmed")).toContain("15 €");
    expect(letter("confirmed")).toMatch(own);
  },
);
