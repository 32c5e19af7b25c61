import { LANGUAGE_TAG, type Locale } from "./i18n/locales";

export type ListLink = { label: string; href: string };

/** Words of an entry; `lang` (BCP 47) where it is not the page's. */
export type Said = { text: string; lang?: string };

/** One line of small print on a card: what it is of is told by its sign, and in words by `CardCopy`. */
export type CardFact = Said & {
  icon: "building" | "calendar" | "check" | "folder" | "pin" | "user";
  /** A name in its other script. */
  other?: Said;
  badge?: string;
  isOver?: boolean;
};

/** What a card says of a thing, in the reader's language. */
export type ListCard = {
  href: string;
  /** Its picture; null draws a sign in its place. */
  logo?: string | null;
  eyebrow?: string;
  badges?: string[];
  title: Said;
  other?: Said;
  /** That its words are in another language, or older than their original. */
  note?: string;
  text?: Said;
  line?: string;
  /** Why it fits the reader. */
  reason?: string;
  facts: CardFact[];
};

/** What the facts of a card are of, for who does not see the signs. */
export type CardCopy = Partial<Record<CardFact["icon"], string>>;

/** One choice of a filter, and how many it would show; null where nobody counted. */
export type ListChoice = { value: string; label: string; count: number | null };

/** The choices of one kind under headings of their own; a kind without headings is one group. */
export type ListFacet = {
  name: string;
  legend: string;
  chosen: readonly string[];
  groups: { label?: string; choices: ListChoice[] }[];
};

/** One answer of a list with its words in the reader's language: plain data, for its page and for its live island. */
export type ListView = {
  tabs?: (ListLink & { current: boolean; count?: number })[];
  /** How many were found. */
  count: string;
  cards: ListCard[];
  page: number;
  pageCount: number;
  /** That not even the last page shows the last of them. */
  isCut?: boolean;
  /** The address of its first page. */
  href: string;
  q: string;
  sort?: string;
  /** What else of the address its form keeps. */
  hidden?: Record<string, string>;
  /** What folds the facets away on a narrow screen, with how many are chosen. */
  more: string;
  facets: ListFacet[];
  /** Each filter in force with the address without it, and the address without any. */
  chips: ListLink[];
  clearHref: string;
  /** When nothing is found: what to let go, with how many that would give. */
  ways: ListLink[];
  empty: { title: string; text: string };
};

/** Words as a card says them: their language is told where it is not the reader's. */
export function said({ text, lang }: { text: string; lang: Locale }, locale: Locale): Said {
  return lang === locale ? { text } : { text, lang: LANGUAGE_TAG[lang] };
}

/** What is asked of a list, as the query of its address. */
export const searchOf = (href: string) => href.split("?")[1] ?? "";
