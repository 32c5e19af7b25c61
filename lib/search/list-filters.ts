import { isReference, type ReferenceList } from "@/db/reference/lists";

/** How each kind of boxes is called in the address of a list, and the lists that hold its values, the nearest first. */
export type Facets<Name extends string = string> = Record<
  Name,
  { param: string; lists: readonly [ReferenceList, ...ReferenceList[]] }
>;

/** What the address of a list asks for: any of one kind of boxes, all of the kinds; `page` counts from 1. */
export type ListFilters<Name extends string> = Record<Name, string[]> & { q: string; page: number };

/** An address as a page or a route has it. */
export type Asked = Record<string, string | string[] | undefined>;

/** The most of a search that is read, in UTF-16 units. */
const MAX_QUERY = 200;
const MAX_PAGE = 10_000;

/** The values that an address gives a name, each once. */
export const allOf = (asked: Asked, name: string): string[] => [
  ...new Set([asked[name] ?? []].flat()),
];

/** The first value that an address gives a name, if it is known; else the empty text. */
export function oneOf(asked: Asked, name: string, isKnown: (value: string) => boolean): string {
  const [value = ""] = allOf(asked, name);
  return isKnown(value) ? value : "";
}

/** What an address searches for: a line without control characters, cut between two characters where it is long. */
export function readQuery(asked: Asked): string {
  const [typed = ""] = allOf(asked, "q");
  const clean = typed
    .toWellFormed()
    .replace(/\p{Cc}/gu, " ")
    .trim();
  return clean
    .slice(0, MAX_QUERY)
    .replace(/\p{Cs}$/u, "")
    .trim();
}

/** The page that an address asks for, from 1; the first where it asks for none, or for what is no page. */
export function readPage(asked: Asked): number {
  const page = Number(allOf(asked, "page")[0]);
  return Number.isInteger(page) && page >= 1 && page <= MAX_PAGE ? page : 1;
}

/** The filters in an address; what the lists do not know, or is not `open` to the reader, is left out. */
export function readListFilters<Name extends string>(
  asked: Asked,
  facets: Facets<Name>,
  open: readonly Name[] = namesOf(facets),
): ListFilters<Name> {
  const chosen = namesOf(facets).map((name) => {
    const { param, lists } = facets[name];
    const isKnown = (slug: string) => lists.some((list) => isReference(list, slug));
    return [name, open.includes(name) ? allOf(asked, param).filter(isKnown) : []] as const;
  });
  return {
    ...(Object.fromEntries(chosen) as Record<Name, string[]>),
    q: readQuery(asked),
    page: readPage(asked),
  };
}

type Chosen = { q?: string; page?: number; [name: string]: string | number | string[] | undefined };

/** The address of a list with these filters; the first page has no number. */
export const listQuery = ({ q, page = 1, ...chosen }: Chosen, facets: Facets) => ({
  q: q || undefined,
  ...Object.fromEntries(
    Object.entries(facets).map(([name, { param }]) => [
      param,
      chosen[name] as string[] | undefined,
    ]),
  ),
  page: page > 1 ? page : undefined,
});

const namesOf = <Name extends string>(facets: Facets<Name>) => Object.keys(facets) as Name[];
