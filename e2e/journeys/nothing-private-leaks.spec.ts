import type { Locale } from "@/lib/core/i18n/locales";
import { hideCanaries, makeReader, memberSlugs, type Planted, plantCanaries } from "../canaries";
import type { Canary, Reader } from "../canary-words";
import { PAGES } from "../pages";
import { expect, ORIGIN, openSession, test } from "../world";

type Role = { name: string; reader: Reader; accountId: string | null; email: string | null };

let planted: Planted;
let roles: Role[];
const tally = { requests: 0, leaks: 0 };

test.beforeAll(async () => {
  planted = await plantCanaries();
  const { self, away } = planted.owners;
  const [member, pending, moderator, administrator] = [
    await makeReader({}),
    await makeReader({ status: "pending" }),
    await makeReader({ role: "moderator" }),
    await makeReader({ role: "administrator" }),
  ];
  const as = (
    name: string,
    reader: Reader,
    who: { accountId: string; email: string } | null,
  ): Role => ({ name, reader, accountId: who?.accountId ?? null, email: who?.email ?? null });
  roles = [
    as("visitor", "visitor", null),
    as("owner", "member", self),
    as("other member", "member", member),
    as("suspended", "visitor", away),
    as("pending", "visitor", pending),
    as("moderator", "moderator", moderator),
    as("administrator", "administrator", administrator),
  ];
});

test.afterAll(async () => {
  const made = [...Object.values(planted.owners), ...roles].flatMap(
    ({ accountId }) => accountId ?? [],
  );
  await hideCanaries([...new Set(made)]);
  console.info(
    `canaries: ${planted.canaries.length}, requests: ${tally.requests}, leaks: ${tally.leaks}`,
  );
});

const isHidden = ({ ownerId, may }: Canary, role: Role) =>
  !may.includes(role.reader) && !(ownerId && ownerId === role.accountId);

type Ask = { path: string; headers?: Record<string, string>; typed?: string };

async function read(cookie: string | null, { path, headers }: Ask) {
  const sent = { accept: "text/html", ...(cookie ? { cookie } : {}), ...headers };
  const response = await fetch(`${ORIGIN}${path}`, { headers: sent });
  tally.requests++;
  return { status: response.status, body: await response.text() };
}

const inLocale = (locale: Locale, path: string) => `/${locale}${path === "/" ? "" : path}`;

/** What a role asks for: every page, every planted address, as document and as payload, and the files. */
function addresses(): Ask[] {
  const pages = [...new Set(PAGES.flatMap(({ paths }) => paths))];
  const team = ["/admin", "/admin/members", "/admin/members?q=kanari", "/admin/audit"];
  const accountPages = Object.values(planted.owners).map(
    ({ accountId }) => `/admin/members/${accountId}`,
  );
  const lists = [
    "/members?sort=recent",
    "/members?sector=silk-luxury-fashion&city=ningbo",
    "/projects?page=2",
  ];
  const paths = [...new Set([...pages, ...team, ...lists, ...accountPages, ...planted.paths])];
  const slugs = memberSlugs(planted).flatMap((slug) => [`/members/${slug}?as=team`]);
  return [
    ...[...paths, ...slugs].map((path) => ({ path: inLocale("fr", path) })),
    ...[...planted.paths, "/members", "/projects", "/home", "/admin", ...accountPages].map(
      (path) => ({
        path: inLocale("zh", path),
        headers: { RSC: "1", accept: "*/*" },
      }),
    ),
    ...["name", "recent"].map((sort) => ({ path: `/api/members?locale=zh&sort=${sort}` })),
    ...["/sitemap.xml", "/robots.txt", "/manifest.webmanifest", "/api/account/export"].map(
      (path) => ({ path }),
    ),
    { path: "/api/members?locale=fr&sector=silk-luxury-fashion" },
  ];
}

/** Looking for what one may not read: a hit would betray it, whatever the answer shows. */
function searches(role: Role): Ask[] {
  const isText = ({ column }: Canary) =>
    /^members\.|^organisations\.name|^member_contacts/.test(column);
  const isProject = ({ column }: Canary) =>
    /(project|revision)[^.]*\.(teaser|summary|sought)/.test(column);
  const hidden = planted.canaries.filter((canary) => isHidden(canary, role));
  const isActive = role.reader !== "visitor";
  return [
    ...hidden
      .filter((one) => isActive && isText(one))
      .map(({ word }) => ({ typed: word, path: `/api/members?locale=fr&q=${word}` })),
    ...hidden
      .filter(isProject)
      .map(({ word }) => ({ typed: word, path: `/fr/projects?q=${word}` })),
  ];
}

/** Gives the leaks, and how many of the words that the role may read were read. */
async function crawl(role: Role): Promise<{ leaks: string[]; found: number }> {
  const cookie = role.email && `club-session=${await openSession(role.email)}`;
  const hidden = planted.canaries.filter((canary) => isHidden(canary, role));
  const open = planted.canaries.filter((canary) => !isHidden(canary, role));
  const asks = [...addresses(), ...searches(role)];
  const leaks: string[] = [];
  const found = new Set<string>();
  const own = Object.values(planted.owners).find(({ accountId }) => accountId === role.accountId);
  const marks = [...memberSlugs(planted), ...planted.slugs].filter(
    (slug) => slug !== own?.memberSlug,
  );
  const next = async (): Promise<void> => {
    const ask = asks.shift();
    if (!ask) return;
    const { status, body } = await read(cookie, ask);
    if (status >= 500) leaks.push(`${ask.path} answered ${status}`);
    const shown = ask.typed ? body.replaceAll(ask.typed, "") : body;
    for (const { word } of open) if (shown.toLowerCase().includes(word)) found.add(word);
    for (const { word, column } of hidden) {
      if (shown.toLowerCase().includes(word)) leaks.push(`${column} at ${ask.path}`);
    }
    if (ask.typed)
      for (const mark of marks) if (shown.includes(mark)) leaks.push(`found by ${ask.path}`);
    return next();
  };
  await Promise.all([next(), next(), next(), next()]);
  tally.leaks += leaks.length;
  return { leaks, found: found.size };
}

for (const name of [
  "visitor",
  "owner",
  "other member",
  "suspended",
  "pending",
  "moderator",
  "administrator",
]) {
  test(`${name}: no word that is not theirs to read`, async () => {
    test.setTimeout(300_000);
    const role = roles.find((one) => one.name === name);
    if (!role) throw new Error(name);
    const { leaks, found } = await crawl(role);
    expect([...new Set(leaks)]).toEqual([]);
    expect(found, "words that this role may read").toBeGreaterThan(5);
  });
}

test("the words are where they belong: each is read by somebody who may", async () => {
  const self = planted.owners.self;
  const cookie = `club-session=${await openSession(self.email)}`;
  const { body } = await read(cookie, { path: "/api/account/export" });
  const own = planted.canaries.filter(
    ({ ownerId, column }) =>
      ownerId === self.accountId && /^members\.|^member_contacts|project/.test(column),
  );
  expect(own.length).toBeGreaterThan(40);
  expect(own.filter(({ word }) => !body.includes(word)).map(({ column }) => column)).toEqual([]);
});
