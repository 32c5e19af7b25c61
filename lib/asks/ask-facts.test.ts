import { expect, test } from "vitest";
import type { Direction } from "@/db/enums";
import activityFile from "@/db/seed/demo/activities.json";
import asks from "@/db/seed/demo/asks.json";
import memberFile from "@/db/seed/demo/members.json";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { type CandidateFacts, tradeOf } from "@/lib/matching/matching-facts";
import { bestFirst, matchOf } from "@/lib/matching/matching-score";
import { tellingWords } from "@/lib/matching/matching-words";
import { MOST_ASKED } from "./ask";
import { askFacts } from "./ask-facts";

const cities = (title: LocalizedText) => askFacts("one", title).cities;

test.each([
  [{ fr: "Qui livre à Canton et à Ningbo ?" }, ["guangzhou", "ningbo"]],
  [{ en: "Who knows Guangzhou well?" }, ["guangzhou"]],
  [{ zh: "谁了解重庆的物流？" }, ["chongqing"]],
  [{ fr: "Le cantonais se parle-t-il encore ?" }, []],
] as [LocalizedText, string[]][])("the cities that %j names", (title, named) => {
  expect([...cities(title)].sort()).toEqual(named);
});

const members = memberFile.items
  .filter(({ status }) => status === "active")
  .map(
    ({ slug, sectors, cities, languages, offers, needs }): CandidateFacts => ({
      ...{ slug, sectors, cities, languages },
      offers: tellingWords(offers),
      needs: tellingWords(needs),
      trade: tradeOf({ sectors, organisationKind: null }),
      organisationKind: null,
      country: null,
      activities: activityFile.items
        .filter((one) => one.member === slug && one.visibility !== "self")
        .map((one) => ({ ...one, direction: one.direction as Direction })),
      earlier: [],
    }),
  );

/** Whom a question would be sent to in the demo club, the best first. */
function askedFor(title: LocalizedText, author: string): string[] {
  const found = members.flatMap((facts) => {
    const match = facts.slug === author ? null : matchOf(askFacts("one", title), facts, "fr");
    return match?.isNear ? [{ slug: facts.slug, match }] : [];
  });
  return bestFirst(found, (a, b) => (a.slug < b.slug ? -1 : 1))
    .slice(0, MOST_ASKED)
    .map(({ slug }) => slug);
}

test("in the demo club the carrier of Chongqing is asked for a carrier from Chongqing, and few others", () => {
  const [ask] = asks.items;
  const asked = askedFor(ask?.title as LocalizedText, ask?.author ?? "");
  expect(asked[0]).toBe("karim-bensalvy");
  expect(asked.length).toBeLessThanOrEqual(MOST_ASKED);
  expect(askedFor(ask?.title as LocalizedText, ask?.author ?? "")).toEqual(asked);
});

test("a question that nothing in the club is close to is sent to nobody", () => {
  expect(askedFor({ fr: "Qui a déjà gardé un chat pendant trois semaines en été ?" }, "")).toEqual(
    [],
  );
});
