import type { Locale } from "@/lib/core/i18n/locales";
import type { Planted } from "./canaries";
import type { Canary, Reader } from "./canary-words";
import { APPLY_PAGES, PAGES } from "./pages";

/** One request: a page, a payload, a file; `typed` is a word that stands in the address and may come back. */
export type Ask = { path: string; headers?: Record<string, string>; typed?: string };

const inLocale = (locale: Locale, path: string) => `/${locale}${path === "/" ? "" : path}`;

const asDocument = (path: string): Ask => ({ path: inLocale("fr", path) });

/** What the router of the browser asks for. */
const asPayload = (path: string): Ask => ({
  path: inLocale("zh", path),
  headers: { RSC: "1", accept: "*/*" },
});

const TEAM_PAGES = [
  "/admin",
  "/admin/members",
  "/admin/members?q=kanari",
  "/admin/audit",
  "/admin/jobs",
  "/admin/outcomes",
  "/admin/pages",
  "/admin/applications",
  "/admin/applications?state=refused",
  "/admin/applications?q=kanari",
  "/admin?kind=claim",
];

const LISTS = [
  "/members?sort=recent",
  "/members?sector=silk-luxury-fashion&city=ningbo",
  "/projects?page=2",
  "/organisations",
  "/organisations?sector=silk-luxury-fashion",
  "/organisations?page=2",
  "/activities",
  "/activities?sector=silk-luxury-fashion&city=ningbo",
  "/activities?sort=organisation",
  "/experiences?topic=exit",
  "/cooperations?state=running",
  "/events?month=2031-10",
  "/events?city=lyon",
];

const FILES = [
  "/sitemap.xml",
  "/robots.txt",
  "/manifest.webmanifest",
  "/zh/feed.xml",
  "/fr/projects/feed.xml",
  "/fr/experiences/feed.xml",
  "/zh/cooperations/feed.xml",
  "/fr/events/feed.xml",
  "/api/account/export",
  "/api/members?locale=fr&sector=silk-luxury-fashion",
  "/api/members?locale=zh&sort=name",
  "/api/members?locale=zh&sort=recent",
  "/api/projects?locale=fr",
  "/api/experiences?locale=fr",
  "/api/experiences?locale=zh&topic=exit",
  "/api/projects?locale=zh&page=2",
  "/api/organisations?locale=zh&sector=silk-luxury-fashion",
  "/api/activities?locale=fr&sort=organisation",
  "/api/exchanges?locale=fr",
  "/api/exchanges?locale=zh&show=ended",
  "/api/activities?locale=zh&sector=silk-luxury-fashion",
];

/** What every role asks for: every page, every planted address, as document and as payload, and the files. */
export function addresses({ paths, owners }: Planted): Ask[] {
  const people = Object.values(owners);
  const files = paths.filter((path) => path.startsWith("/api/"));
  const planted = paths.filter((path) => !path.startsWith("/api/"));
  const accounts = people.map(({ accountId }) => `/admin/members/${accountId}`);
  const members = people.map(({ memberSlug }) => `/members/${memberSlug}`);
  const pages = PAGES.flatMap((group) => group.paths);
  const asked = [...pages, ...APPLY_PAGES, ...TEAM_PAGES, ...LISTS, ...accounts, ...planted];
  const own = members.flatMap((page) => [`${page}?as=team`, `${page}/card`]);
  const reached = ["/members", "/projects", "/organisations", "/activities", "/experiences"];
  const inside = ["/home", "/account"];
  const payloads = [...planted, ...accounts, ...TEAM_PAGES, ...APPLY_PAGES, ...reached, ...inside];
  const cards = people.map(({ memberSlug }) => `/api/members/${memberSlug}/vcard?locale=zh`);
  return [
    ...[...new Set([...asked, ...own])].map(asDocument),
    ...[...new Set(payloads)].map(asPayload),
    ...[...FILES, ...cards, ...files].map((path) => ({ path })),
  ];
}

/** Columns whose words are searched for, by where one searches. */
const SEARCHED: { column: RegExp; path: (word: string) => string; for?: Reader[] }[] = [
  {
    column: /^members\.|^organisations\.name at|^member_contacts/,
    path: (word) => `/api/members?locale=fr&q=${word}`,
    for: ["member", "moderator", "administrator"],
  },
  {
    column: /(project|revision)[^.]*\.(teaser|summary|sought)/,
    path: (word) => `/fr/projects?q=${word}`,
  },
  {
    column: /experience\.(title|first advice|advice|story|context)/,
    path: (word) => `/fr/experiences?q=${word}`,
  },
  {
    column: /cooperation\.(title|subject)|^party of an agreement/,
    path: (word) => `/fr/cooperations?q=${word}`,
  },
  {
    column: /event for [a-z]+\.(title|summary|venue|programme)/,
    path: (word) => `/fr/events?q=${word}`,
  },
  { column: /^activities\.(title|partner)/, path: (word) => `/fr/activities?q=${word}` },
  {
    column: /^organisations\.(name|description)/,
    path: (word) => `/zh/organisations?q=${word}`,
  },
  {
    column: /^organisations\.name/,
    path: (word) => `/api/organisations/similar?locale=fr&name=${word}`,
  },
  {
    column: /^applications\.(email|match_keys|answers\.(familyName|legalName))/,
    path: (word) => `/fr/admin/applications?q=${word}`,
    for: ["moderator", "administrator"],
  },
];

/** Looking for what one may not read: a hit would betray it, whatever the answer shows. */
export function searches(hidden: Canary[], reader: Reader): Ask[] {
  return SEARCHED.filter(({ for: readers }) => readers?.includes(reader) ?? true).flatMap(
    ({ column, path }) =>
      hidden
        .filter((canary) => column.test(canary.column))
        .map(({ word }) => ({ typed: word, path: path(word) })),
  );
}
