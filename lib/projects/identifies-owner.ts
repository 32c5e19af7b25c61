import type { EntryLevel } from "@/db/enums";
import { referenceItems } from "@/db/reference/lists";
import { LOCALES } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { phonePattern } from "@/lib/core/text/phone-pattern";
import { nameKeys } from "@/lib/organisations/names";
import { readName } from "@/lib/search/reading";
import {
  composed,
  contactSpans,
  findChinese,
  findContacts,
  findExact,
  findJoined,
  findName,
  hidden,
  joined,
  type ReadyText,
  readyText,
  spansOf,
  wordsOf,
} from "./found-words";
import { PROJECT_TEXTS, type ProjectText, PUBLIC_TEXTS } from "./project";

/** What would tell a reader who stands behind a project. */
export type OwnerIdentity = {
  familyName: string;
  givenName: string;
  nameZh: string | null;
  organisations: readonly LocalizedText[];
  /** Addresses, numbers, account names, sites: whatever one could look up. */
  contacts: readonly (string | null)[];
};

/** A field (`teaser.fr`, `files`) with the words found in it. */
export type Identified = { field: string; found: string };

/** Words that many organisations bear in their names: alone they tell nobody. */
const COMMON = new Set(
  `academie agence agency alpes associates associes association ateliers auvergne bureau cabinet centre center chambre
  chine china chinese cluster college commerce company compagnie conseil conseils consulting culture design
  developpement diagnostics digital ecole energie energies energy environnement europe european finance fondation
  foundation france francais francaise french gastronomie global group groupe health ingenierie innovation institut
  institute international invest laboratoire laboratory logistique logistics lyonnais lyonnaise management maison
  medical metropole mobilite mobility orient partners partenaires procedes projet region reseau rhone saone sante
  school secretariat service services smart societe soierie solutions studio systems systemes technique techniques
  technologie technologies technology textile textiles transport transports universite university urban ville voyages
  xianggang beijing shanghai guangzhou canton shenzhen wuhan chengdu chongqing hangzhou`.split(
    /\s+/,
  ),
);

/** Names of places: many organisations bear them. */
const PLACES = new Set(
  (["cities", "provinces", "lyonPlaces"] as const).flatMap((list) =>
    referenceItems(list).flatMap(({ label }) =>
      [label.fr, label.en].flatMap((name) => wordsOf(name).map(({ folded }) => folded)),
    ),
  ),
);

/** Legal forms, and what joins the words of a name: no part of its abbreviation. */
const BETWEEN = new Set(
  `a au aux and da de del der des di du d en et for l la le les of the und sas sasu sarl eurl snc scop scic sa gmbh ag
  co ltd limited company inc llc plc corp`.split(/\s+/),
);

/** Where an organisation sits, in front of its Chinese name. */
const PLACE_BEFORE = new RegExp(
  `^(?:${[
    ...(["cities", "provinces"] as const).flatMap((list) =>
      referenceItems(list).map(({ label }) => label.zh),
    ),
    ...["法国", "中国", "里昂", "市", "省"],
  ].join("|")})+`,
  "u",
);

type Levels = { textLevel: EntryLevel; ownerLevel: EntryLevel };

/** Whether members read the full text and do not see the name. */
export const isWholeReadUnnamed = ({ textLevel, ownerLevel }: Levels) =>
  textLevel === "members" && ownerLevel !== "members";

/** The texts that are read by somebody who may not know the owner: what is public always, often all of it. */
export const textsReadUnnamed = (project: Levels): readonly ProjectText[] =>
  isWholeReadUnnamed(project) ? PROJECT_TEXTS : PUBLIC_TEXTS;

/** Trades and forms behind an organisation's own Chinese name: what is left is what people call it. */
const TRADE_BEHIND =
  /(?:科技|技术|出行|交通|贸易|商贸|实业|工业|制造|丝织|丝绸|纺织|咨询|顾问|文化|传媒|能源|环保|环境|生物|医药|医疗|健康|物流|电子|机械|汽车|食品|酒业|设计|建筑|投资|管理|服务|国际|研究所|研究院|实验室|事务所|工作室|工坊|坊|厂|行|集团|公司)+$/u;

/**
 * Finds in texts, in any language, what tells who the owner is: their names in both scripts and in pinyin, those of
 * their organisations in three languages with and without their legal form, as abbreviation and without the place,
 * any e-mail address, telephone number or site, and their own account names. Compared folded; names in Latin letters
 * as whole words, Chinese ones anywhere. A given name, a reading, or one word of an organisation's name, counts where
 * it is written as a name, with a capital. Gives every field in which something was found, with all of it.
 */
export function findIdentities(
  texts: Readonly<Record<string, LocalizedText | undefined>>,
  owner: OwnerIdentity,
): Identified[] {
  const seek = seekerOf(owner);
  return Object.entries(texts).flatMap(([field, text]) =>
    LOCALES.flatMap((locale) => {
      const found = seek(text?.[locale] ?? "");
      return found.length > 0 ? [{ field: `${field}.${locale}`, found: found.join(" · ") }] : [];
    }),
  );
}

/** As `findIdentities`, in one text without a field, such as the name of a file; null when nothing is found. */
export function findIdentity(text: string, owner: OwnerIdentity): string | null {
  return seekerOf(owner)(text).join(" · ") || null;
}

/**
 * A text in which whatever `findIdentity` finds is "…", and nothing else: a name alone counts only with a capital, and not
 * where places or many organisations bear it; one of two or three letters behind a courtesy (`Mme Du`, `杜先生`).
 */
export function withoutIdentity(written: string, owner: OwnerIdentity): string {
  const isOrdinary = (name: string) => COMMON.has(joined(name)) || PLACES.has(joined(name));
  const [alone, first] = [owner.familyName, owner.givenName].map((name) =>
    isOrdinary(name) ? "" : joined(name),
  );
  const seeks: Seek[] = [
    ...fullNameSeeks(owner),
    (text) => findName(text, alone ?? "", 4),
    (text) => findName(text, first ?? "", 3),
    ...owner.organisations.flatMap(organisationSeeks),
    ...owner.contacts.map(contactSeek),
  ];
  const start = composed(written);
  const patterns = [
    ...titledPatterns(owner),
    ...owner.contacts.map((one) => phonePattern(one ?? "")),
  ];
  let text = hidden(start, (read) => [
    ...contactSpans(read),
    ...patterns.flatMap((pattern) => (pattern ? spansOf(read, pattern) : [])),
  ]);
  for (let again = 0; again < MOST_SPELLINGS; again++) {
    const ready = readyText(text);
    const found = seeks.flatMap((seek) => seek(ready) ?? []);
    if (found.length === 0) break;
    const longestFirst = found.sort((one, other) => other.length - one.length);
    const either = new RegExp(longestFirst.map(byItself).join("|"), "gu");
    const left = hidden(text, (read) => spansOf(read, either));
    // Ligatures and the like: what is found reads otherwise than it is written.
    text = left === text ? ready.text.replace(either, "…") : left;
  }
  return text === start ? written : text;
}

/** A name is written in a handful of ways in one text; each turn takes one of each. */
const MOST_SPELLINGS = 50;

/** The full names of people that stand in a text, as written: in Latin letters or Chinese, or a reading with a capital. */
export function findFullNames(
  written: string,
  people: readonly Pick<OwnerIdentity, "familyName" | "givenName" | "nameZh">[],
): string[] {
  const text = readyText(written);
  const seeks = people.flatMap((one) => fullNameSeeks(one));
  return [...new Set(seeks.flatMap((seek) => seek(text) ?? []))];
}

type Seek = (text: ReadyText) => string | null;

/** One search of a text for each of what is wanted; it gives what of it the text says, or null. */
const seekEach = (
  wanted: readonly string[],
  find: (text: ReadyText, one: string) => string | null,
): Seek[] => wanted.map((one) => (text) => find(text, one));

/** What to look for is worked out once; each of it goes through a text once. */
function seekerOf(owner: OwnerIdentity): (text: string) => string[] {
  const seeks = [
    ...personSeeks(owner),
    ...owner.organisations.flatMap(organisationSeeks),
    ...owner.contacts.map(contactSeek),
  ];
  return (written) => {
    if (written === "") return [];
    const text = readyText(written);
    const found: string[] = [];
    for (const one of [...findContacts(text), ...seeks.map((seek) => seek(text))]) {
      if (one && !found.some((longer) => longer.includes(one))) found.push(one);
    }
    return found;
  };
}

function contactSeek(contact: string | null): Seek {
  const wanted = joined(contact ?? "");
  return (text) => findJoined(text, wanted, 4);
}

function personSeeks(owner: OwnerIdentity): Seek[] {
  return [
    ...fullNameSeeks(owner),
    (text) => findJoined(text, joined(owner.familyName), 4),
    (text) => findName(text, joined(owner.givenName), 3),
  ];
}

function fullNameSeeks({
  familyName,
  givenName,
  nameZh,
}: Pick<OwnerIdentity, "familyName" | "givenName" | "nameZh">): Seek[] {
  const [family, given] = [joined(familyName), joined(givenName)];
  return [
    (text) => findChinese(text, nameZh ?? ""),
    (text) => findJoined(text, given + family),
    (text) => findJoined(text, family + given),
    ...seekEach(readingsOf(nameZh ?? ""), (text, reading) => findName(text, reading, 4)),
  ];
}

/** Matches these words wherever they stand by themselves. */
function byItself(found: string): string {
  const isChinese = (sign: string | undefined) => /\p{sc=Han}/u.test(sign ?? "");
  const before = isChinese(found[0]) ? "" : `(?<!${LETTER})`;
  const behind = isChinese(found.at(-1)) ? "" : `(?!${LETTER})`;
  return before + escaped(found) + behind;
}

function titledPatterns({ familyName, nameZh }: OwnerIdentity): RegExp[] {
  const surname = [...(nameZh ?? "")][0] ?? "";
  const latin = `${COURTESIES}(?:\\p{Lu}\\.[\\s-]*)*${escaped(familyName)}(?!${LETTER})`;
  const chinese = `${surname}(?:先生|女士|小姐|总|老师|博士|教授)`;
  return [...(familyName ? [latin] : []), ...(/\p{sc=Han}/u.test(surname) ? [chinese] : [])].map(
    (one) => new RegExp(one, "gu"),
  );
}

const LETTER = "(?:(?!\\p{sc=Han})[\\p{L}\\p{M}\\p{N}])";
const COURTESIES = `(?<!${LETTER})(?:M\\.|Mme\\.?|Mlle|Madame|Monsieur|Mr\\.?|Mrs\\.?|Ms\\.?|Dr\\.?)\\s+`;

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** `ouyangnana` and `nanaouyang`: a surname of one syllable or two, before or after the given name. */
function readingsOf(nameZh: string): string[] {
  const syllables = readName(nameZh).map((one) => joined(one.replace("ü", "u")));
  if (syllables.length < 2) return [];
  const turned = [1, 2]
    .filter((surname) => surname < syllables.length)
    .map((surname) => [...syllables.slice(surname), ...syllables.slice(0, surname)].join(""));
  return [...new Set([syllables.join(""), ...turned])];
}

function organisationSeeks(name: LocalizedText): Seek[] {
  const latin = [name.fr, name.en].filter((one) => one !== undefined);
  const words = latin.flatMap((one) => wordsOf(one).map(({ folded }) => folded));
  const telling = words.filter(
    (word) => word.length >= 5 && !COMMON.has(word) && !PLACES.has(word),
  );
  const keys = nameKeys(LOCALES.flatMap((locale) => name[locale] ?? []));
  const core = (name.zh ?? "")
    .replace(/(?:股份有限|有限责任|有限)?公司$|集团$/u, "")
    .replace(PLACE_BEFORE, "");
  return [
    ...seekEach([name.zh ?? "", ...keys], (text, one) => findChinese(text, one)),
    (text) => findChinese(text, core, 4),
    (text) => findChinese(text, core.replace(TRADE_BEHIND, ""), 3),
    ...seekEach([...latin.map(joined), ...keys], (text, one) => findJoined(text, one, 3)),
    ...seekEach(telling, (text, word) => findName(text, word, 5)),
    ...seekEach(latin.flatMap(abbreviationsOf), findExact),
  ];
}

/** `ECLC` of "École de commerce de Lyon-Chine", and what is written in capitals in the name itself. */
function abbreviationsOf(name: string): string[] {
  const words = wordsOf(name).filter(({ folded }) => !BETWEEN.has(folded));
  const initials = words.map(({ folded }) => folded.charAt(0).toUpperCase()).join("");
  const capitals = words
    .map(({ start, end }) => name.normalize("NFKC").slice(start, end))
    .filter((word) => /^\p{Lu}{3,}$/u.test(word) && !COMMON.has(joined(word)));
  return [...(initials.length >= 3 ? [initials] : []), ...capitals];
}
