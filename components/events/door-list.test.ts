import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { DoorParty } from "@/lib/events/attendance.queries";
import { DoorList } from "./door-list";

const PARTY: DoorParty = {
  ...{ id: "7f0e2a50-6a38-4f0c-9d63-1d6a7f0c1a11", companions: [], guestName: null },
  ...{ familyName: "Ferrand", givenName: "Odile", nameOrder: "given-first", nameZh: null },
  ...{ displayName: null, isUnnamed: false, portrait: null, version: 1 },
  ...{ state: "confirmed", seats: 1, paidAt: null, takesPhotos: true, attendedAt: null },
};

test.each(LOCALES)(
  "before the door opens names are read and nothing is ticked, in %s",
  (locale) => {
    const parties = [PARTY];
    const drawn = renderToStaticMarkup(
      createElement(DoorList, {
        ...{ id: "expected", eventId: "e", price: null, parties, inAll: 1, action: null, locale },
      }),
    );
    expect(drawn).toContain("Odile Ferrand");
    expect(drawn).not.toMatch(/<(input|button|form)/);
  },
);

test("the bar that stays in sight over the names holds the one button", () => {
  const action = async () => ({ status: "idle" as const });
  const drawn = renderToStaticMarkup(
    createElement(DoorList, {
      ...{ id: "expected", eventId: "e", price: null, parties: [PARTY], inAll: 1, locale: "fr" },
      action,
    }),
  );
  const [before = "", bar = ""] = drawn.split("act-bar");
  expect(before).toContain(getTranslator("fr", "events")("door.offline"));
  expect(bar).toContain(getTranslator("fr", "events")("door.save"));
  expect(bar).not.toContain(getTranslator("fr", "events")("door.offline"));
});
