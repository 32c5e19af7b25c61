import { describe, expect, test } from "vitest";
import { getTranslator } from "@/lib/core/i18n/translator";
import {
  type CandidateFacts,
  calledSectors,
  directionOf,
  type ProjectFacts,
  tradeOf,
} from "./matching-facts";
import { bestFirst, matchOf, type Reason } from "./matching-score";
import { sharedWords, tellingWords } from "./matching-words";
import { reasonWords } from "./reason-words";
import { soughtTexts } from "./sought-texts";

const project: ProjectFacts = {
  slug: "castings",
  sectors: ["machinery-metal"],
  cities: ["ningbo"],
  languages: ["fr", "zh"],
  partnershipTypes: ["supply-agreement"],
  partnerKinds: ["sme"],
  partnerRole: "investor",
  direction: "lyon-to-china",
  sought: tellingWords({ fr: "Un transporteur et un atelier de gravure." }),
  called: tellingWords({ fr: "Un transporteur." }),
  offered: tellingWords({ fr: "Une grille d’audit des fonderies." }),
};

const nobody: CandidateFacts = {
  slug: "somebody",
  sectors: [],
  cities: [],
  languages: [],
  offers: {},
  needs: {},
  trade: {},
  organisationKind: null,
  country: null,
  activities: [],
  earlier: [],
};

const sourcing = {
  slug: "sourcing",
  kind: "sourcing",
  direction: "lyon-to-china",
  sectors: ["machinery-metal"],
  cities: ["ningbo"],
  since: 2012,
  until: null,
} as const;

const everything: CandidateFacts = {
  ...nobody,
  sectors: ["machinery-metal", "energy"],
  cities: ["ningbo", "shanghai"],
  languages: ["fr"],
  offers: tellingWords({ fr: "Nous avons une gravure laser." }),
  needs: tellingWords({ fr: "Nous cherchons un audit." }),
  trade: tradeOf({ sectors: ["logistics"], organisationKind: null }),
  organisationKind: "sme",
  country: "fr",
  activities: [sourcing],
  earlier: [{ slug: "earlier", sectors: [], cities: ["ningbo"] }],
};

const reasonsOf = (candidate: Partial<CandidateFacts>): Reason[] =>
  matchOf(project, { ...nobody, ...candidate }, "fr")?.reasons.map(({ reason }) => reason) ?? [];

test("every criterion speaks with the data behind it", () => {
  expect(reasonsOf(everything)).toEqual([
    { kind: "sectors", slugs: ["machinery-metal"] },
    { kind: "trade", shared: { count: 1, locale: "fr", words: ["transporteur"] } },
    { kind: "cities", slugs: ["ningbo"] },
    {
      ...{ kind: "activity", slug: "sourcing", city: "ningbo", sector: "machinery-metal" },
      ...{ since: 2012, until: null },
    },
    { kind: "partnerKind", organisationKind: "sme" },
    { kind: "offer", shared: { count: 1, locale: "fr", words: ["gravure"] } },
    { kind: "need", shared: { count: 1, locale: "fr", words: ["audit"] } },
    { kind: "partnership", type: "supply-agreement", activityKind: "sourcing" },
    { kind: "languages", slugs: ["fr"] },
    { kind: "direction", direction: "lyon-to-china" },
    { kind: "earlier", slug: "earlier", city: "ningbo", sector: null },
  ]);
});

test("an interest removed takes its reason and its points with it", () => {
  const before = matchOf(project, everything, "fr");
  const after = matchOf(project, { ...everything, sectors: ["energy"] }, "fr");
  expect(after?.reasons.map(({ reason }) => reason.kind)).not.toContain("sectors");
  expect(after?.score).toBe((before?.score ?? 0) - 4);
});

test.each<[string, Partial<CandidateFacts>]>([
  ["nothing in common", {}],
  ["only a language and a way", { languages: ["fr", "zh"], country: "fr" }],
  ["only words", { offers: everything.offers, needs: everything.needs }],
  ["a city and nothing else", { cities: ["ningbo"] }],
  ["a city, a language and a way", { cities: ["ningbo"], languages: ["fr"], country: "fr" }],
])("%s is no match", (_what, candidate) => {
  expect(matchOf(project, { ...nobody, ...candidate }, "fr")).toBeNull();
});

const places = {
  cities: ["ningbo"],
  organisationKind: "sme",
  languages: ["fr"],
  country: "fr",
} as const;
const inSilk = { ...sourcing, sectors: ["textile-fashion"] };

test.each<[string, boolean, Partial<CandidateFacts>]>([
  ["places, a language and a kind of organisation", false, { ...places, activities: [inSilk] }],
  ["one telling word", false, { ...places, offers: everything.offers }],
  ["two telling words", true, { ...places, offers: everything.offers, needs: everything.needs }],
  ["a sector", true, { sectors: ["machinery-metal"], languages: ["fr"] }],
  ["an activity in a sector", true, { ...places, activities: [sourcing] }],
  ["a trade that is called for", true, { ...places, trade: everything.trade }],
])("%s in common: near is %s", (_what, isNear, candidate) => {
  const found = matchOf(project, { ...nobody, ...candidate } as CandidateFacts, "fr");
  expect(found).toMatchObject({ isNear });
  const most = matchOf(
    project,
    { ...everything, sectors: [], trade: {}, needs: {}, activities: [inSilk] },
    "fr",
  );
  expect(most?.isNear).toBe(false);
  if (isNear) expect(found?.score).toBeGreaterThan(most?.score ?? Number.POSITIVE_INFINITY);
});

test("of several activities the nearest is told, what goes on before what is over", () => {
  const over = { ...sourcing, slug: "over", since: 2001, until: 2009 };
  const elsewhere = { ...sourcing, slug: "elsewhere", cities: [], since: 1999 };
  const [reason] = reasonsOf({ ...everything, activities: [over, elsewhere, sourcing] }).filter(
    ({ kind }) => kind === "activity",
  );
  expect(reason).toMatchObject({ slug: "sourcing" });
});

test("a trade that is called for weighs as much as a sector, and more than a city", () => {
  const carrier = matchOf(project, { ...nobody, trade: everything.trade, country: "fr" }, "fr");
  const inCity = matchOf(project, { ...nobody, cities: ["ningbo"], activities: [sourcing] }, "fr");
  const points = (found: typeof carrier, of: Reason["kind"]) =>
    found?.reasons.find(({ reason }) => reason.kind === of)?.points ?? 0;
  expect(points(carrier, "trade")).toBe(4);
  expect(points(carrier, "trade")).toBeGreaterThan(points(inCity, "cities"));
});

test("a teaser calls for nobody where a closer text does", () => {
  const teaser = { fr: "Une école et sa banque cherchent un transporteur." };
  const closer = soughtTexts({ teaser, sought: { fr: "Un transporteur." } });
  expect(calledSectors(closer)).toEqual(["logistics"]);
  expect(calledSectors(soughtTexts({ teaser }))).toEqual(["logistics", "finance-insurance"]);
  expect([...(closer.sought.fr?.values() ?? [])]).toContain("banque");
});

test("what scores the same keeps the order of the tie", () => {
  const of = (slug: string, score: number) => ({
    slug,
    match: { score, isNear: false, reasons: [] },
  });
  const list = [of("b", 5), of("c", 9), of("a", 5)];
  const sorted = bestFirst(list, (a, b) => (a.slug < b.slug ? -1 : 1));
  expect(sorted.map(({ slug }) => slug)).toEqual(["c", "a", "b"]);
});

describe("shared words", () => {
  const share = (one: Parameters<typeof tellingWords>[0], other: typeof one) =>
    sharedWords(tellingWords(one), tellingWords(other), "zh");

  test("are one for accents, plurals, endings and traditional characters", () => {
    expect(share({ fr: "ÉLECTRICITÉ" }, { fr: "electricite" })?.words).toEqual(["ÉLECTRICITÉ"]);
    expect(share({ fr: "fonderies" }, { fr: "fonderie" })?.count).toBe(1);
    expect(share({ zh: "運輸倉庫" }, { zh: "运输" })?.count).toBe(1);
  });

  test("by chance in one language only do not count", () => {
    const one = { fr: "un atelier", en: "a workshop" };
    expect(share(one, { fr: "un atelier", en: "a meeting" })).toBeNull();
    expect(share(one, { fr: "un atelier", en: "a workshop" })?.count).toBe(1);
  });

  test("that nearly everybody uses, and the names of cities, do not count", () => {
    expect(
      share({ fr: "Je cherche un partenaire à Ningbo" }, { fr: "partenaire Ningbo" }),
    ).toBeNull();
  });

  test("count the same for every reader", () => {
    const one = tellingWords({ fr: "soie fonderie", zh: "丝绸" });
    const counts = (["fr", "en", "zh"] as const).map(
      (reader) => sharedWords(one, one, reader)?.count,
    );
    expect(new Set(counts).size).toBe(1);
  });
});

test.each([
  [
    "to China, where it names cities",
    { kind: null, ownerKind: "sme", cities: ["ningbo"] },
    "lyon-to-china",
  ],
  [
    "to Lyon, by a Chinese company",
    { kind: null, ownerKind: "chinese-company", cities: ["ningbo"] },
    "china-to-lyon",
  ],
  [
    "to Lyon, by its kind",
    { kind: "hosting-delegation", ownerKind: null, cities: [] },
    "china-to-lyon",
  ],
  ["nowhere, else", { kind: null, ownerKind: null, cities: [] }, null],
])("a project goes %s", (_where, facts, direction) => {
  expect(directionOf(facts)).toBe(direction);
});

describe("a reason in words", () => {
  const activity = reasonsOf(everything).find(({ kind }) => kind === "activity") as Reason;

  test.each([
    ["fr", "Ningbo"],
    ["en", "Ningbo"],
    ["zh", "宁波"],
  ] as const)("in %s", (locale, city) => {
    const t = getTranslator(locale, "matching");
    const words = t("reasons.mine.activityCity", { city, since: "2012" });
    expect(reasonWords(activity, "mine", locale)).toEqual({ text: words, quoted: null });
  });

  test("each kind has a sentence for both sides in three languages", () => {
    for (const reason of reasonsOf(everything)) {
      for (const locale of ["fr", "en", "zh"] as const) {
        const mine = reasonWords(reason, "mine", locale).text;
        expect(mine).not.toMatch(/[{}]|undefined|null/);
        expect(reasonWords(reason, "theirs", locale).text).not.toBe(mine);
      }
    }
  });

  test("quotes words that are in the reader's language, and no others", () => {
    const reason: Reason = { kind: "offer", shared: { count: 1, locale: "zh", words: ["运输"] } };
    expect(reasonWords(reason, "theirs", "zh").quoted).toBe("“运输”。");
    expect(reasonWords(reason, "theirs", "fr").quoted).toBeNull();
  });
});
