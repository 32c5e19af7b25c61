import { LOCALES } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { fold } from "@/lib/core/text/fold";
import { readingForms, readWords } from "@/lib/search/reading";
import { listWords, placeWords } from "@/lib/search/said-words";
import { searchLine, searchWords } from "@/lib/search/search-words";
import { simplified } from "@/lib/search/simplified";

export type OrganisationSearch = {
  nameKeys: string[];
  searchText: string;
  sortLatin: string;
  sortPinyin: string;
};

/** Legal forms as words before or after a name: `SARL Dupont`, `Dupont SARL`. */
const AROUND = new Set(
  "sas sasu sarl eurl sa snc scop scic selarl selas gie gmbh ag bv nv spa srl".split(" "),
);

/** Legal forms as words after a name only. */
const AFTER = new Set(
  "co ltd limited company inc incorporated llc llp plc corp corporation".split(" "),
);

const CHINESE_FORM = /(?:股份有限|有限责任|有限)?公司$/u;

/** The same in pinyin: `Yuehai Maoyi Youxian Gongsi`. */
const PINYIN_FORM = /(?:gufenyouxian|youxianzeren|youxian)gongsi$/;

/**
 * What two spellings of one organisation have in common: each name folded, joined and without its legal form
 * (SAS, Co., Ltd, 有限公司 …); a Chinese name in simplified characters, and once more as its pinyin. Two
 * organisations that share a key have the same name. Each key once, sorted; none for names without letters.
 */
export function nameKeys(names: readonly string[]): string[] {
  const keys = new Set(names.flatMap(keysOf));
  keys.delete("");
  return [...keys].sort();
}

function keysOf(name: string): string[] {
  const dotted = name.replace(/(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L}))/gu, "");
  const key = withoutForms(searchWords(dotted));
  const reading = key.replace(/\p{Script=Han}+/gu, (run) => readWords(run).join(""));
  return [key, fold(reading)];
}

/** The words joined, without the legal forms around them; a name that is nothing else stays. */
function withoutForms(words: readonly string[]): string {
  let [from, to] = [0, words.length];
  while (AROUND.has(words[from] ?? "")) from++;
  while (AROUND.has(words[to - 1] ?? "") || AFTER.has(words[to - 1] ?? "")) to--;
  const joined = words.slice(from, to).join("");
  return joined.replace(CHINESE_FORM, "").replace(PINYIN_FORM, "") || words.join("");
}

type SearchedOrganisation = {
  name: LocalizedText;
  place: string | null;
  sectors: readonly string[];
  sites?: readonly string[];
};

/**
 * The columns an organisation is compared, searched and sorted by. It is found by its names in every language and
 * their readings (apart, joined, initials), by its places and by its sectors in every language. A Chinese name is
 * sorted by pinyin, and among Latin names too when there is no other.
 */
export function buildOrganisationSearch(organisation: SearchedOrganisation): OrganisationSearch {
  const { name, place, sectors, sites = [] } = organisation;
  const names = LOCALES.flatMap((locale) => name[locale] ?? []);
  const reading = readWords(simplified(name.zh ?? ""));
  const spoken = reading.join(" ");
  const places = placeWords(["cities", "lyonPlaces"], [place ?? [], sites].flat());
  return {
    nameKeys: nameKeys(names),
    searchText: searchLine([
      ...names,
      ...names.flatMap(joinedForms),
      readingForms(reading),
      ...places,
      ...listWords(["sectors"], sectors),
    ]),
    sortLatin: name.fr ?? name.en ?? (spoken || (name.zh ?? "")),
    sortPinyin: name.zh ? `${spoken} ${name.zh}`.trim() : (name.en ?? name.fr ?? ""),
  };
}

/** `soieriemontbrelant` and `sm` for `Soierie Montbrelant`. */
function joinedForms(name: string): string[] {
  const words = searchWords(name).filter((word) => /^\p{Script=Latin}/u.test(word));
  return words.length < 2 ? [] : [words.join(""), words.map((word) => word[0]).join("")];
}
