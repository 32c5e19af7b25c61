import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CATALOGUES } from "@/lib/core/i18n/catalogues";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { REGISTRATION_TOLD } from "@/lib/events/registration-terms";
import type { RegistrationCardData } from "@/lib/events/registrations.queries";
import { EventMarks } from "./event-marks";
import { GuestForm } from "./guest-form";
import { RegistrationCard } from "./registration-card";

const act = async () => ({ status: "idle" as const });
const actions = { register: act, cancel: act, take: act, leave: act };
const NOW = new Date("2031-10-01T08:00:00Z");

const CARD = {
  ...{ id: "e1", slug: "payer-en-chine", moderation: "published", isHidden: false },
  ...{ progress: "open", closesAt: null, price: null, needsApproval: false, companionsMost: 0 },
  ...{ startsAt: new Date("2031-10-15T06:00:00Z"), endsAt: new Date("2031-10-15T08:00:00Z") },
  ...{ capacity: null, taken: 0, onlineUrl: null, own: null },
} as const satisfies RegistrationCardData;

const VIEWER = { memberId: "m1", role: "member", status: "active" } as never;

/** The card of a member who is registered so. */
const drawnFor = (state: "confirmed" | "waiting" | "offered", now = NOW, isPaid = false) => {
  const said = { companions: [], note: null, isShown: false, takesPhotos: false };
  const own = { id: "r1", version: 1, state, ...said, isPaid, offeredUntil: null, turn: 1 };
  const rest = { actions, card: { ...CARD, own }, locale: "fr", now, told: null } as const;
  return renderToStaticMarkup(createElement(RegistrationCard, { ...rest, viewer: VIEWER }));
};

test("whoever has paid reads that it was noted", () => {
  const paid = getTranslator("fr", "events")("registration.paid");
  expect(drawnFor("confirmed", NOW, true)).toContain(paid);
  expect(drawnFor("confirmed")).not.toContain(paid);
});

const drawn = (told: string | null) => {
  const rest = { actions, card: CARD, locale: "fr", now: NOW, told, viewer: null } as const;
  return renderToStaticMarkup(createElement(RegistrationCard, rest));
};

test.each(LOCALES)(
  "in %s, who keeps an event is led to where it opens, not sent away",
  (locale) => {
    const card = { ...CARD, progress: "announced" } as const;
    const drawnTo = (keeps: boolean) => {
      const rest = { actions, card, keeps, locale, now: NOW, told: null, viewer: VIEWER };
      return renderToStaticMarkup(createElement(RegistrationCard, rest));
    };
    const [later, way] = [getTranslator(locale, "errors")("eventNotOpen"), "/registrations"];
    expect(drawnTo(true)).toContain(`${card.slug}${way}`);
    expect(drawnTo(true)).not.toContain(later);
    expect(drawnTo(false)).toContain(later);
    expect(drawnTo(false)).not.toContain(way);
  },
);

test("what became of a registration is said in its part of the page, where the act leads to", () => {
  const place = new RegExp(
    `id="${REGISTRATION_TOLD}" tabindex="-1"><i[^>]*></i><div[^>]*role="status".*C’est fait`,
  );
  expect(drawn("C’est fait")).toMatch(place);
  expect(drawn(null)).not.toContain(REGISTRATION_TOLD);
});

test("places are counted while somebody can still take one", () => {
  const text = (values: Partial<RegistrationCardData>, now = NOW) => {
    const card = { ...CARD, capacity: 20, taken: 4, ...values };
    const rest = { actions, card, locale: "fr", now, told: null, viewer: VIEWER } as const;
    return renderToStaticMarkup(createElement(RegistrationCard, rest));
  };
  const t = getTranslator("fr", "events");
  const left = t("registration.left", { free: 16, capacity: 20 });
  expect(text({})).toContain(left);
  expect(text({}, CARD.endsAt)).not.toContain(left);
  expect(text({}, CARD.endsAt)).toContain(t("registration.inAll", { capacity: 20 }));
  expect(text({ progress: "cancelled" })).not.toContain(t("registration.places"));
});

test.each(LOCALES)("in %s, no price is promised before one is said", (locale) => {
  const text = (values: Partial<RegistrationCardData>) => {
    const card = { ...CARD, ...values };
    const rest = { actions, card, locale, now: NOW, told: null, viewer: VIEWER } as const;
    const marks = { audience: "public", isFull: false, ...card } as const;
    return [
      renderToStaticMarkup(createElement(RegistrationCard, rest)),
      renderToStaticMarkup(createElement(EventMarks, { event: marks, locale, now: NOW })),
    ];
  };
  const free = getTranslator(locale, "events")("registration.free");
  for (const part of text({ progress: "announced" })) expect(part).not.toContain(free);
  for (const part of text({ progress: "announced", price: 35 })) expect(part).toContain("35");
  for (const part of text({ progress: "open" })) expect(part).toContain(free);
});

test.each(LOCALES)("in %s, the way to open registration says what it is for", (locale) => {
  const card = { ...CARD, progress: "announced" } as const;
  const rest = { actions, card, keeps: true, locale, now: NOW, told: null, viewer: VIEWER };
  const drawnCard = renderToStaticMarkup(createElement(RegistrationCard, rest));
  const t = getTranslator(locale, "events");
  expect(drawnCard).toContain(`/registrations#settings">${t("progress.toOpen")}`);
  expect(drawnCard).not.toContain(t("registrations.manage"));
});

test("a party too large for what is left reads so, and that it may become smaller", () => {
  const text = (taken: number, companions: string[], progress: "open" | "closed" = "open") => {
    const said = { companions, note: null, isShown: false, takesPhotos: false };
    const own = { id: "r1", version: 1, state: "waiting", ...said, offeredUntil: null, turn: 1 };
    const card = { ...CARD, capacity: 3, taken, own, progress } as RegistrationCardData;
    const rest = { actions, card, locale: "fr", now: NOW, told: null, viewer: VIEWER } as const;
    return renderToStaticMarkup(createElement(RegistrationCard, rest));
  };
  const tooFew = getTranslator("fr", "events")("registration.tooFew", { free: 2 });
  expect(text(1, ["Anne", "Léa"])).toContain(tooFew);
  expect(text(1, ["Anne", "Léa"], "closed")).toContain(tooFew);
  expect(text(1, ["Anne"])).not.toContain(tooFew);
  expect(text(3, ["Anne", "Léa"])).not.toContain("retirez");
});

test("whoever is registered finds the way to change it, until the event begins", () => {
  const way = 'href="/fr/events/payer-en-chine/register"';
  expect(drawnFor("confirmed")).toContain(way);
  expect(drawnFor("waiting")).toContain(way);
  expect(drawnFor("offered")).not.toContain(way);
  expect(drawnFor("confirmed", CARD.startsAt)).not.toContain(way);
});

test.each(LOCALES)(
  "in %s, a place that is given up is promised to no next person: nobody may wait",
  (locale) => {
    const { events, mails, errors } = CATALOGUES[locale];
    const { changeHint, cancelSeated } = events.registration;
    const { eventSeatOffered, eventOfferExpired } = mails.kinds;
    const said = [
      changeHint,
      cancelSeated,
      events.registrations.strikeConsequence,
      eventSeatOffered,
    ];
    const all = JSON.stringify([...said, eventOfferExpired, errors.offerRanOut]);
    expect(all).not.toMatch(/suivante|next p|下一位|后面的人/u);
  },
);

test.each(LOCALES)(
  "in %s, a visitor reads that the organisers choose, before and while they ask",
  (locale) => {
    const said = getTranslator(locale, "events")("registration.applyHint");
    const drawnFrom = (needsApproval: boolean) => {
      const card = { ...CARD, needsApproval };
      const rest = { actions, card, locale, now: NOW, told: null, viewer: null };
      return [
        renderToStaticMarkup(createElement(RegistrationCard, rest)),
        renderToStaticMarkup(createElement(GuestForm, { card, action: act, locale })),
      ].map((drawn) => drawn.includes(said));
    };
    expect(drawnFrom(true)).toEqual([true, true]);
    expect(drawnFrom(false)).toEqual([false, false]);
  },
);

test.each(LOCALES)(
  "in %s, that it is over or cancelled is left to the top of its page",
  (locale) => {
    const drawnAt = (now: Date, progress: "open" | "cancelled" = "open") => {
      const card = { ...CARD, progress };
      const rest = { actions, card, locale, now, told: null, viewer: VIEWER };
      return renderToStaticMarkup(createElement(RegistrationCard, rest));
    };
    const over = drawnAt(CARD.endsAt);
    expect(over).toContain(getTranslator(locale, "events")("registration.price"));
    expect(over).not.toContain(getTranslator(locale, "errors")("eventIsOver"));
    expect(drawnAt(NOW, "cancelled")).toBe("");
  },
);

test.each(LOCALES)("in %s, who never registered is not told how to change that", (locale) => {
  const rest = { actions, card: CARD, locale, told: null, viewer: VIEWER };
  const drawn = renderToStaticMarkup(
    createElement(RegistrationCard, { ...rest, now: CARD.startsAt }),
  );
  expect(drawn).toContain(getTranslator(locale, "errors")("eventHasBegun"));
  expect(drawn).not.toMatch(/changement|change|更改/);
});
