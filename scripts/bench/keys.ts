import { sessionsOf, sizesOf } from "./fill-club";
import { ACTIVITY_KINDS, CITIES, familyName, KINDS, nameInChinese, SECTORS } from "./pool";
import { draw, seeded } from "./seeded";

/** So many different addresses a list is asked for. */
const COMBINATIONS = 2000;
const LANGUAGES = ["fr", "en", "zh"];
const WORDS = [
  "soie",
  "silk",
  "丝",
  "广州",
  "guangzhou",
  "gz",
  "export",
  "textile",
  "企业",
  "shanghai",
  "eau",
  "logistics",
];

export type Key = { path: string; session: number | null };

type Random = () => number;
type Query = Record<string, string>;

const withQuery = (path: string, query: Query) => {
  const search = new URLSearchParams(query).toString();
  return search ? `${path}?${search}` : path;
};

/** Two in five ask for one of the first fifty pages, the others for one or two filters. */
function narrowed(random: Random, filters: Record<string, readonly string[]>, pages = 50): Query {
  if (random() < 0.4) {
    const page = 1 + Math.floor(random() * pages);
    return page > 1 ? { page: String(page) } : {};
  }
  const names = Object.keys(filters);
  const query: Query = {};
  for (let turn = random() < 0.5 ? 1 : 2; turn > 0; turn--) {
    const name = draw(random, names);
    query[name] = draw(random, filters[name] ?? [], 2);
  }
  return query;
}

/** Names in letters and in Chinese, places and trades, a third of them with a filter. */
function searched(random: Random): Query {
  const kind = random();
  const q =
    kind < 0.4
      ? familyName(random).slice(0, 3 + Math.floor(random() * 5))
      : kind < 0.6
        ? nameInChinese(random).slice(0, 2)
        : kind < 0.8
          ? `${draw(random, WORDS)} ${familyName(random).slice(0, 4)}`
          : draw(random, WORDS);
  return random() < 0.33 ? { q, sector: draw(random, SECTORS, 2) } : { q };
}

type Maker = (random: Random, language: string) => string;

function keysOf(make: Maker, { count, sessions }: { count: number; sessions: number }): Key[] {
  const random = seeded(count + sessions);
  const paths = new Set<string>();
  for (let tries = 0; paths.size < count && tries < count * 20; tries++)
    paths.add(make(random, draw(random, LANGUAGES)));
  return [...paths].map((path, index) => ({
    path,
    session: sessions > 0 ? 1 + ((index * 7) % sessions) : null,
  }));
}

export type Cell = {
  name: string;
  /** What is asked for, cold: no address twice within a minute. */
  keys: Key[];
  /** The multiple of the bare page that is aimed at. */
  aim: number;
  /** A plain form that is sent instead of a page that is asked for. */
  isForm?: boolean;
};

const SECTOR_CITY = { sector: SECTORS, city: CITIES };

/** Every page that is measured in a club of so many members. */
export function cellsOf(members: number): Cell[] {
  const sessions = sessionsOf(members);
  const { projects } = sizesOf(members);
  const list = (path: string, make: (random: Random) => Query): Maker => {
    return (random, language) => withQuery(`/${language}${path}`, make(random));
  };
  const json = (make: (random: Random) => Query): Maker => {
    return (random, locale) => withQuery("/api/members", { locale, ...make(random) });
  };
  const inside = { count: COMBINATIONS, sessions };
  const outside = { count: COMBINATIONS, sessions: 0 };
  const few = { count: LANGUAGES.length, sessions: 0 };
  const page =
    (path: string): Maker =>
    (_random, language) =>
      `/${language}${path}`;
  const project: Maker = (random, language) =>
    `/${language}/projects/bench-${1 + Math.floor(random() * projects)}`;
  /** Each member's own page of this address: one language each, so that none comes twice. */
  const own = (path: string): Key[] =>
    Array.from({ length: sessions }, (_, index) => ({
      path: `/${LANGUAGES[index % 3]}${path}`,
      session: index + 1,
    }));
  const byFilters = (random: Random) => narrowed(random, SECTOR_CITY);
  return [
    { name: "members", aim: 30, keys: keysOf(list("/members", byFilters), inside) },
    { name: "members-q", aim: 45, keys: keysOf(list("/members", searched), inside) },
    { name: "members-json", aim: 12, keys: keysOf(json(byFilters), inside) },
    { name: "members-json-q", aim: 12, keys: keysOf(json(searched), inside) },
    {
      name: "organisations",
      aim: 40,
      keys: keysOf(
        list("/organisations", (random) => narrowed(random, { ...SECTOR_CITY, kind: KINDS })),
        inside,
      ),
    },
    {
      name: "activities",
      aim: 40,
      keys: keysOf(
        list("/activities", (random) => narrowed(random, { ...SECTOR_CITY, kind: ACTIVITY_KINDS })),
        inside,
      ),
    },
    { name: "projects", aim: 40, keys: keysOf(list("/projects", byFilters), inside) },
    { name: "project", aim: 35, keys: keysOf(project, inside) },
    { name: "home", aim: 80, keys: own("/home") },
    { name: "matches", aim: 80, keys: own("/matches") },
    { name: "profile-saved", aim: 20, isForm: true, keys: own("/account/profile") },
    { name: "visitor-front", aim: 1, keys: keysOf(page(""), few) },
    { name: "visitor-about", aim: 1, keys: keysOf(page("/about"), few) },
    { name: "visitor-sign-in", aim: 1, keys: keysOf(page("/sign-in"), few) },
    { name: "visitor-projects", aim: 2, keys: keysOf(page("/projects"), few) },
    { name: "visitor-project", aim: 1, keys: keysOf(project, outside) },
  ];
}
