import { expect, test } from "vitest";
import { type Facts, readFacts } from "@/lib/core/events/facts";
import { LOCALES } from "@/lib/core/i18n/locales";
import { renderMail } from "@/lib/core/mail/render-mail";
import { howSaid, tellRegistered, tellSelected } from "./registration-notices";

const event: Parameters<typeof tellRegistered>[0] = {
  slug: "soie",
  title: { fr: "Soie" },
  originalLocale: "fr",
  startsAt: null,
  endsAt: null,
  price: null,
  format: "online",
  place: null,
  cities: [],
  venue: {},
};
const to = [{ accountId: "a" }];

/** What each reader's letter says of words, by the language they read. */
const introduced = (kind: "eventCancelled" | "eventSelectionTold", facts: Facts | undefined) =>
  LOCALES.map((locale) => {
    const { text } = renderMail(kind, locale, { name: "A", ...readFacts(facts ?? {}, locale) });
    const [before = ""] = text.split("\n\n> ");
    return /langue\u00a0:$|own language:$|（原文）：$/u.test(before);
  });

test.each([
  ["La salle est prise.", [false, true, true]],
  ["场地已被占用。", [true, true, false]],
])("who reads another language is told so, why it is called off: %s", (words, foreign) => {
  const [told] = tellRegistered(event, to, { words })({ name: "event.cancelled" });
  expect(introduced("eventCancelled", told?.facts)).toEqual(foreign);
});

test("and why somebody was not selected, and nothing without a word", () => {
  const facts = (words: string | null) => {
    const selected = { to, state: "not-selected", reasonCode: "few-places", words } as const;
    return tellSelected(event, [selected])({ name: "event.selection-told" })[0]?.facts;
  };
  expect(introduced("eventSelectionTold", facts("À bientôt."))).toEqual([false, true, true]);
  expect(introduced("eventSelectionTold", facts(null))).toEqual([false, false, false]);
});

test("a message to those who come is introduced likewise", () => {
  const data = { name: "A", title: "Soie", words: "La porte Sud est fermée." };
  const said = LOCALES.map((locale) => {
    const why = howSaid(data.words, "fr", locale);
    return renderMail("eventMessage", locale, { ...data, why }).text;
  });
  expect(said[0]).toContain("«\u202fSoie\u202f»\u00a0:");
  expect(said[1]).toContain("“Soie”, in their own language:");
  expect(said[2]).toContain("各位报名者（原文）：");
});
