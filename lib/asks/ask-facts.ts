import { referenceItems } from "@/db/reference/lists";
import { LOCALES } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { fold } from "@/lib/core/text/fold";
import type { ProjectFacts } from "@/lib/matching/matching-facts";
import { offeredWords, tellingWords } from "@/lib/matching/matching-words";
import { simplified } from "@/lib/search/simplified";

const HAN = /\p{Script=Han}/u;

/** What a name or a text is compared by: Latin words with a blank around each, Chinese signs as they are. */
const compared = (text: string) =>
  ` ${simplified(fold(text)).replaceAll(/[^\p{L}\p{N}]+/gu, " ")} `;

const CITIES = referenceItems("cities").map(({ slug, label }) => ({
  slug,
  names: LOCALES.map((locale) => {
    const name = compared(label[locale]);
    return HAN.test(name) ? name.trim() : name;
  }),
}));

/** Slugs of the cities that a text names, in any language. */
function citiesNamed(title: LocalizedText): string[] {
  const text = LOCALES.map((locale) => compared(title[locale] ?? "")).join("");
  return CITIES.filter(({ names }) => names.some((name) => text.includes(name))).map(
    ({ slug }) => slug,
  );
}

/** What a question to the club is compared by: the cities it names, its telling words, and whom it calls for by them. */
export const askFacts = (slug: string, title: LocalizedText): ProjectFacts => ({
  slug,
  sectors: [],
  cities: citiesNamed(title),
  languages: [],
  partnershipTypes: [],
  partnerKinds: [],
  partnerRole: null,
  direction: null,
  sought: offeredWords(title),
  called: tellingWords(title),
  offered: {},
});
