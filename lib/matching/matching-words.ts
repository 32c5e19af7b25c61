import { referenceItems } from "@/db/reference/lists";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { fold } from "@/lib/core/text/fold";
import { segmentsOf } from "@/lib/core/text/segments";
import { simplified } from "@/lib/search/simplified";
import { isGeneral, isSubject } from "./general-words";

/** The telling words of a text by language: how each is compared → how it was written. */
export type TellingWords = Partial<Record<Locale, ReadonlyMap<string, string>>>;

/** How many telling words two texts share, and those of one language as the first text writes them. */
export type SharedWords = { count: number; locale: Locale; words: string[] };

/** Longer than most endings are away: `transport`, `transporteur`; `logistics`, `logistique`. */
const STEM = 7;

const SHORTEST = { letters: 4, signs: 2 };

const WRITTEN = /(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;
const HAN_RUN = /\p{Script=Han}+/gu;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Places and languages are compared by themselves. */
const NAMED = new Set(
  (["cities", "provinces", "languages"] as const)
    .flatMap((list) => referenceItems(list))
    .flatMap(({ label }) => LOCALES.flatMap((locale) => plain(label[locale]).split(/[^\p{L}]+/u))),
);

/** Telling though they are shorter than others. */
const SHORT = new Set(["art", "eau", "gaz", "jeu", "oil", "tea", "vin", "web"]);

/** Words of the club's sectors that the segmenter takes apart. */
const COMPOUND =
  /(电子商务|跨境电商|人工智能|机器人|新能源|生物技术|基础设施|供应链|知识产权|基金会|普通话|中医药|体外诊断)/u;

/** A sign that ends a noun, which the segmenter leaves by itself: 化妆|品, 实验|室. */
const NOUN_END = /^[品室商师员店厂馆院器剂车]$/u;

/** The telling words of one text in each of its languages. */
export function tellingWords(text: LocalizedText | null): TellingWords {
  return wordsIn(text, isNothing);
}

/** Those by which what one offers meets what another needs: without the subjects that many trades share. */
export function offeredWords(text: LocalizedText | null): TellingWords {
  return wordsIn(text, (compared) => isNothing(compared) || isSubject(compared));
}

function wordsIn(text: LocalizedText | null, isLeftOut: LeavesOut): TellingWords {
  const found: TellingWords = {};
  for (const locale of LOCALES) {
    const words = text?.[locale];
    if (words?.trim()) found[locale] = wordsOf(words, isLeftOut);
  }
  return found;
}

/**
 * The words two texts have in common, or null. Where both are written in several languages, the count is that of the
 * second best one: what two texts really share, their translations share too, and a word met by chance does not count.
 * It is the same for every reader; the words are those of the reader's language where it has any, in the alphabetical
 * order of what is compared.
 */
export function sharedWords(
  one: TellingWords,
  other: TellingWords,
  reader: Locale,
): SharedWords | null {
  const byLocale = LOCALES.filter((locale) => one[locale] && other[locale])
    .map((locale) => ({ locale, words: sharedIn(locale, one, other) }))
    .toSorted((a, b) => b.words.length - a.words.length);
  const [most, second = most] = byLocale;
  if (!most || !second || second.words.length === 0) return null;
  const own = byLocale.find(({ locale, words }) => locale === reader && words.length > 0);
  return { count: second.words.length, ...(own ?? most) };
}

/** What is compared of a text, in all its languages. */
export function stemsOf(words: TellingWords): string[] {
  return [...new Set(LOCALES.flatMap((locale) => [...(words[locale]?.keys() ?? [])]))];
}

function sharedIn(locale: Locale, one: TellingWords, other: TellingWords): string[] {
  return [...(one[locale] ?? [])]
    .filter(([stem]) => other[locale]?.has(stem))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, written]) => written);
}

type LeavesOut = (compared: string) => boolean;

function wordsOf(text: string, isLeftOut: LeavesOut): ReadonlyMap<string, string> {
  const letters = [...text.matchAll(WRITTEN)]
    .map(([written]) => ({ written, compared: plain(written) }))
    .filter(({ compared }) => compared.length >= SHORTEST.letters || SHORT.has(compared));
  const signs = [...text.matchAll(HAN_RUN)].flatMap(([run]) => wordsOfRun(run));
  const words = new Map<string, string>();
  for (const { written, compared } of [...letters, ...signs]) {
    const stem = singular(compared).slice(0, STEM);
    if (!words.has(stem) && !isLeftOut(compared)) words.set(stem, written);
  }
  return words;
}

/** The Chinese words of a run of signs. What ends a noun is written with it, and compared where the rest is general. */
function wordsOfRun(run: string): { written: string; compared: string }[] {
  const signs = [...run];
  if (signs.length < SHORTEST.signs) return [];
  const segments = simplified(run)
    .split(COMPOUND)
    .flatMap((part) => (COMPOUND.test(part) ? [part] : segmentsOf(part, segmenter)));
  let at = 0;
  return segments.flatMap((segment, index) => {
    const start = at;
    at += [...segment].length;
    if (at - start < SHORTEST.signs) return [];
    const next = segments[index + 1] ?? "";
    const word = NOUN_END.test(next) ? segment + next : segment;
    const written = signs.slice(start, start + [...word].length).join("");
    return [{ written, compared: isNothing(segment) ? word : segment }];
  });
}

const isNothing = (compared: string) =>
  /\d/.test(compared) || NAMED.has(compared) || isGeneral(compared);

/** Folded and simplified. */
function plain(word: string): string {
  return /^[a-z]+$/.test(word) ? word : simplified(fold(word));
}

function singular(word: string): string {
  return word.replace(/(?<=\w{3})[sx]$/, "");
}
