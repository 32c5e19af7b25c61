import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeExperience } from "@/db/experience-factory";
import { makeMember, makeProject } from "@/db/factories";
import { listNewestExperiences } from "@/lib/experiences/queries";
import { listNewestProjects } from "@/lib/projects/listing.queries";
import { clubName } from "../core/i18n/club-name";
import { LOCALES } from "../core/i18n/locales";
import { feedRoute } from "./feed-route";

const NASTY = `<b>&amp; "l’heure" ]]> 𠮷 \u0008\u001f</b><!--`;

const GET = feedRoute({
  to: "/",
  words: () => ({ title: "", lead: "A & B <c>" }),
  read: () => Promise.all([listNewestProjects(), listNewestExperiences()]),
});

const ask = (locale: string, headers = {}) =>
  GET(new Request(`http://localhost:3000/${locale}/feed.xml`, { headers }), {
    params: Promise.resolve({ locale }),
  });

type Read = Record<"id" | "title" | "lang" | "page" | "updated" | "kind" | "summary", string>;

/** The entries of a feed, as the XML parser of the database (libxml2) reads them. */
const entriesOf = async (feed: string) => [
  ...(await query((db) =>
    db.execute<Read>(sql`select entry.* from xmltable(
      xmlnamespaces('http://www.w3.org/2005/Atom' as a), '/a:feed/a:entry'
      passing xmlparse(document ${feed}::text) columns
        id text path 'a:id', title text path 'a:title', lang text path 'a:title/@xml:lang',
        page text path 'a:link[@rel="alternate"]/@href', updated text path 'a:updated',
        kind text path 'a:category/@term', summary text path 'a:summary') entry`),
  )),
];

const headOf = async (feed: string) => {
  const rows = await query((db) =>
    db.execute<Record<string, string>>(sql`select head.* from xmltable(
      xmlnamespaces('http://www.w3.org/2005/Atom' as a), '/a:feed'
      passing xmlparse(document ${feed}::text) columns
        id text path 'a:id', title text path 'a:title', subtitle text path 'a:subtitle',
        self text path 'a:link[@rel="self"]/@href', updated text path 'a:updated',
        author text path 'a:author/a:name', lang text path '@xml:lang',
        authors text path 'count(//a:author)') head`),
  );
  return rows[0];
};

const read = async (locale: string) => (await ask(locale)).text();

let project: Awaited<ReturnType<typeof makeProject>>;

beforeAll(() =>
  transaction(async (tx) => {
    const name = { givenName: "Kanarienne", familyName: "Vogelsang", nameZh: "金丝雀" };
    const { memberId } = await makeMember(tx, name);
    const online = { moderation: "published" } as const;
    project = await makeProject(tx, memberId, {
      ...online,
      title: { fr: NASTY, zh: "在宁波联合采购" },
      teaser: { fr: NASTY },
      summary: { fr: "serinus" },
    });
    await makeExperience(tx, memberId, { ...online, teaser: { fr: "Préparer." }, isTeased: true });
    await makeExperience(tx, memberId, { ...online, title: { fr: "serinus" } });
    await makeProject(tx, memberId, { title: { fr: "serinus" } });
    for (let more = 0; more < 55; more += 1) {
      const publishedAt = new Date(Date.UTC(2020, 0, more + 1));
      await makeProject(tx, memberId, { ...online, publishedAt });
    }
  }),
);
afterAll(() => closeDatabase());

describe.each(LOCALES)("the feed in %s", (locale) => {
  test("is one of the club, with the fifty newest that visitors read", async () => {
    const answer = await ask(locale);
    expect(answer.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    expect(answer.headers.has("set-cookie")).toBe(false);
    const feed = await answer.text();
    const self = `http://localhost:3000/${locale}/feed.xml`;
    const head = await headOf(feed);
    const [club, lang] = [clubName(locale), locale === "zh" ? "zh-Hans" : /^(fr-FR|en-GB)$/];
    expect(head).toMatchObject({ id: self, self, title: club, author: club, authors: "1" });
    expect(head?.lang).toMatch(lang);
    expect(head?.subtitle).toBe("A & B <c>");
    const entries = await entriesOf(feed);
    expect(entries).toHaveLength(50);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(50);
    expect(entries.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["project", "experience"]),
    );
    for (const { id, page, updated } of entries) {
      expect(id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
      expect(page).toMatch(new RegExp(`^http://localhost:3000/${locale}/(projects|experiences)/`));
      expect(Date.parse(updated)).toBeLessThanOrEqual(Date.parse(head?.updated ?? ""));
    }
    expect(feed).not.toMatch(/kanarienne|vogelsang|金丝雀|serinus/i);
  });

  test("says what was written as it was, and in which language", async () => {
    const entries = await entriesOf(await read(locale));
    const entry = entries.find(({ page }) => page.endsWith(`/projects/${project.slug}`));
    const written = NASTY.replace(/[\u0008\u001f]/g, "");
    expect(entry).toMatchObject({
      id: `urn:uuid:${project.id}`,
      title: locale === "zh" ? "在宁波联合采购" : written,
      lang: locale === "zh" ? "zh-Hans" : "fr-FR",
      summary: written,
    });
  });
});

test("whoever has it is told that nothing is new, until something is", async () => {
  const mark = (await ask("fr")).headers.get("etag") ?? "";
  const known = () => ask("fr", { "if-none-match": mark });
  const same = await known();
  expect([same.status, await same.text()]).toEqual([304, ""]);
  await query((db) =>
    db.execute(sql`update entries set hidden_at = now() where id = ${project.id}`),
  );
  const fresh = await known();
  expect(fresh.status).toBe(200);
  expect(await fresh.text()).not.toContain(project.slug);
});

test("no other language has one", async () => {
  expect((await ask("de")).status).toBe(404);
});

test("an empty one is a feed as well", async () => {
  const empty = feedRoute({
    to: "/projects",
    words: () => ({ title: "Projets", lead: "" }),
    read: async () => [],
  });
  const params = Promise.resolve({ locale: "fr" });
  const answer = await empty(new Request("http://localhost:3000/fr/projects/feed.xml"), { params });
  const head = await headOf(await answer.text());
  expect(head).toMatchObject({ title: `Projets · ${clubName("fr")}` });
  expect(head?.updated).toMatch(/^\d{4}-\d\d-\d\dT00:00:00.000Z$/);
});
