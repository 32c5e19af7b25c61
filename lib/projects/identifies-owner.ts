import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { fold } from "@/lib/core/text/fold";
import { PUBLIC_TEXTS } from "./project-content";

/** What would tell a reader who stands behind a project. */
export type OwnerMarks = {
  familyName: string;
  givenName: string;
  nameZh: string | null;
  organisations: readonly LocalizedText[];
  /** Addresses, numbers, account names, sites: whatever one could look up. */
  contacts: readonly (string | null)[];
};

export type Identified = { field: string; found: string };

type Word = { start: number; end: number; folded: string };

/** More accents than any letter bears (UAX #15); sorting them costs their square. */
const PILED = /\p{M}{31,}/gu;

const HOST = /^.+\.\p{L}{2,}/su;
const SITE =
  /https?:\/\/\S+|www\.\S+|(?<![\p{L}\p{N}.-])[a-z0-9-]+(\.[a-z0-9-]+)*\.(fr|cn|com|org|net|eu|io|hk|info|biz)(?![a-z0-9])/iu;
const PHONE =
  /(\+|(?<!\d)00)\d[\d .()-]{7,}\d|(?<!\d)0[1-9]([ .-]?\d\d){4}(?!\d)|(?<!\d)1[3-9]\d([ -]?\d{4}){2}(?!\d)/;

/** A run of Chinese, or of letters and figures of other scripts. */
const WORD = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;

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

/**
 * Finds in the public texts (title, teaser, in any language) what tells who the owner is: their names, those of their
 * organisations in three languages, any e-mail address, telephone number or site. Compared folded; names in Latin
 * letters as whole words, Chinese ones anywhere. A given name, or one word of an organisation's name, counts where it
 * is written as a name, with a capital. Gives the field (`teaser.fr`) and the words found, or null.
 */
export function findIdentity(
  texts: Record<(typeof PUBLIC_TEXTS)[number], LocalizedText>,
  owner: OwnerMarks,
): Identified | null {
  for (const field of PUBLIC_TEXTS) {
    for (const locale of LOCALES) {
      const found = findIn(texts[field][locale] ?? "", owner);
      if (found) return { field: `${field}.${locale satisfies Locale}`, found };
    }
  }
  return null;
}

function findIn(written: string, owner: OwnerMarks): string | null {
  const text = written.replace(PILED, "").normalize("NFKC");
  const contact = findAddress(text) ?? (SITE.exec(text) ?? PHONE.exec(text))?.[0];
  if (contact) return contact;
  const chinese = [owner.nameZh, ...owner.organisations.map((name) => name.zh)];
  const words = wordsOf(text);
  return (
    chinese.map((name) => findChinese(text, name ?? "")).find(Boolean) ??
    findPerson(text, words, owner) ??
    owner.organisations.map((name) => findOrganisation(text, words, name)).find(Boolean) ??
    owner.contacts.map((one) => findPhrase(text, words, one ?? "", 4)).find(Boolean) ??
    null
  );
}

/** Whatever stands around an `@`, as an e-mail address is written. */
function findAddress(text: string): string | null {
  for (const written of text.split(/[\s<>()]+/u)) {
    const parts = written.split("@");
    for (const [index, part] of parts.entries()) {
      const before = parts[index - 1];
      const host = before ? HOST.exec(part) : null;
      if (host) return `${before}@${host[0]}`;
    }
  }
  return null;
}

function findPerson(text: string, words: Word[], { familyName, givenName }: OwnerMarks) {
  return (
    findPhrase(text, words, `${givenName} ${familyName}`) ??
    findPhrase(text, words, `${familyName} ${givenName}`) ??
    findPhrase(text, words, familyName, 4) ??
    findName(text, words, givenName, 3)
  );
}

function findOrganisation(text: string, words: Word[], name: LocalizedText): string | null {
  for (const locale of ["fr", "en"] as const) {
    const whole = findPhrase(text, words, name[locale] ?? "", 3);
    if (whole) return whole;
    for (const { folded } of wordsOf(name[locale] ?? "")) {
      const one = COMMON.has(folded) ? null : findName(text, words, folded, 5);
      if (one) return one;
    }
  }
  return null;
}

/** Where the words of a phrase stand one after the other, however they are joined (`Jean-Marc`, `JeanMarc`). */
function findPhrase(text: string, words: Word[], phrase: string, shortest = 2): string | null {
  const wanted = join(wordsOf(phrase));
  if (wanted.length < shortest || !/[a-z0-9]/.test(wanted)) return null;
  for (const [index, first] of words.entries()) {
    let joined = "";
    for (let next = index; next < words.length; next++) {
      const word = words[next] as Word;
      joined += word.folded;
      if (joined === wanted) return text.slice(first.start, word.end);
      if (!wanted.startsWith(joined)) break;
    }
  }
  return null;
}

function findName(text: string, words: Word[], name: string, shortest: number): string | null {
  const found = findPhrase(text, words, name, shortest);
  if (!found) return null;
  const isCapital = (one: string) => /^\p{Lu}/u.test(one);
  if (isCapital(found)) return found;
  const wanted = join(wordsOf(name));
  const other = words.find(
    ({ start, end, folded }) => folded === wanted && isCapital(text.slice(start, end)),
  );
  return other ? text.slice(other.start, other.end) : null;
}

function findChinese(text: string, name: string): string | null {
  const wanted = [...name.normalize("NFKC").replace(/[^\p{Script=Han}]/gu, "")];
  if (wanted.length < 2) return null;
  return new RegExp(wanted.join("[\\s·・•‧]*"), "u").exec(text)?.[0] ?? null;
}

const join = (words: Word[]) => words.map(({ folded }) => folded).join("");

function wordsOf(text: string): Word[] {
  return [...text.normalize("NFKC").matchAll(WORD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    folded: fold(match[0]),
  }));
}
