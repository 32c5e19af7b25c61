import { LANGUAGE_TAG, type Locale } from "./i18n/locales";
import type { Face } from "./text/monogram";

export type ListLink = { label: string; href: string };

/** Words of an entry; with their language (BCP 47) where it is not the page's. */
export type Said = string | { text: string; lang: string };

/** What a line of small print is of: told by a sign, and in words by `CardCopy`. */
export type FactSign = "building" | "calendar" | "check" | "folder" | "info" | "pin" | "user";

/** A line of small print: its words, or more of it. */
export type CardFact = string | { words: Said; badge?: string; isOver?: boolean };

/** Who stands behind a thing: their name, the same in its other script, and their face. */
export type CardPerson = { words: Said; other?: Said; face?: Face };

/** What a card says of a thing, in the reader's language. */
export type ListCard = {
  href: string;
  /** Where its swatch lies. */
  swatch?: string;
  /** Its picture, or the first sign of its name. */
  logo?: Face;
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
  /** Named to the reader. */
  by?: CardPerson;
  /** In the order they stand in; what is undefined does not. */
  facts: Partial<Record<FactSign, CardFact>>;
};

/** What the facts of a card are of, for who does not see the signs. */
export type CardCopy = Partial<Record<FactSign | "by", string>>;

/** One choice of a filter, and how many it would show; null where nobody counted. */
export type ListChoice = readonly [value: string, label: string, count: number | null];

/** The choices of one kind under headings of their own; a kind without headings is one group. */
export type ListFacet = {
  name: string;
  legend: string;
  chosen: readonly string[];
  groups: { label?: string; choices: ListChoice[] }[];
};

/** One answer of a list with its words in the reader's language: plain data, for its page and for its live island. */
export type ListView = ListPage & { cards: ListCard[] };

/** The same without its cards. */
export type ListPage = {
  tabs?: (ListLink & { current: boolean; count?: number })[];
  /** How many were found. */
  count: string;
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
  facets: ListFacet[];
  /** Each filter in force with the address without it, and the address without any. */
  chips: ListLink[];
  clearHref: string;
  /** The way to keep the search, for whoever keeps any. */
  keep?: ListLink;
  /** When nothing is found: what to let go, with how many that would give, and whom to ask instead. */
  ways: ListLink[];
  /** Null while something is shown. */
  empty: { title: string; text: string } | null;
};

/** What tells one state of something from the next, as an address may hold it: the same mark, the same answer. */
export type Marked = { mark: string };

/** One page of what changes while it is read. */
export type LiveView = Marked & { pageCount: number };

/** A choice of a list as its filter shows it. */
export const choiceOf = (one: {
  value: string;
  label: string;
  count: number | null;
}): ListChoice => [one.value, one.label, one.count];

/** The choices that would find something, and those in force that find nothing. */
export function choicesOf(
  found: readonly { slug: string; count: number | null }[],
  chosen: readonly string[],
  labelOf: (slug: string) => string,
): ListChoice[] {
  const gone = chosen.filter((slug) => !found.some((one) => one.slug === slug));
  return [...found, ...gone.map((slug) => ({ slug, count: 0 }))].map(({ slug, count }) => [
    slug,
    labelOf(slug),
    count,
  ]);
}

/** What is wider apart from what is near, each under its heading where there is any of it. */
export function widerApart(
  choices: ListChoice[],
  isNear: (slug: string) => boolean,
  labels: { wider: string; near: string },
): ListFacet["groups"] {
  return [
    { label: labels.wider, choices: choices.filter(([slug]) => !isNear(slug)) },
    { label: labels.near, choices: choices.filter(([slug]) => isNear(slug)) },
  ].filter((group) => group.choices.length > 0);
}

/** The address of a page of a list, whose first has `href`. */
export const hrefOfPage = (href: string, page: number): string =>
  page > 1 ? `${href}${href.includes("?") ? "&" : "?"}page=${page}` : href;

/** Each filter in force with the address without it: the words, then what is chosen of each facet, which `kinds` names. */
export function chipsOf<Filters extends { q: string }>(
  { q, facets }: Pick<ListView, "q" | "facets">,
  kinds: readonly (keyof Filters)[],
  searched: string,
  hrefOf: (change: Partial<Filters>) => string,
): ListLink[] {
  const without = (name: keyof Filters, left: string | string[]) =>
    hrefOf({ [name]: left } as Partial<Filters>);
  const boxes = facets.flatMap(({ chosen, groups }, index) =>
    groups
      .flatMap(({ choices }) => choices)
      .filter(([value]) => chosen.includes(value))
      .map(([value, label]) => {
        const left = chosen.filter((one) => one !== value);
        return { label, href: without(kinds[index] as keyof Filters, left) };
      }),
  );
  return [...(q ? [{ label: searched, href: without("q", "") }] : []), ...boxes];
}

/** Words as a card says them: their language is told where it is not the reader's. */
export function said({ text, lang }: { text: string; lang: Locale }, locale: Locale): Said {
  return lang === locale ? text : { text, lang: LANGUAGE_TAG[lang] };
}

/** Without what is undefined, which React would send by name. */
export function present<Facts extends object>(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, one]) => one !== undefined)) as Facts;
}

/** The words and their language, if it is to be told. */
export function spoken(words: Said): { text: string; lang?: string } {
  return typeof words === "string" ? { text: words } : words;
}

/** What is asked of a list, as the query of its address. */
export const searchOf = (href: string) => href.split("?")[1] ?? "";
