import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { LOCALES } from "@/lib/core/i18n/locales";
import { fits, isNamed, type Narrowing, orderOf, rankOf } from "@/lib/search/line-conditions";
import type { LineList } from "@/lib/search/line-sources.queries";
import { type Asked, findLines } from "@/lib/search/lines.queries";
import { draw, drawSome, seeded } from "../bench/seeded";

const LISTS: LineList[] = [
  { kind: "member", audience: "members" },
  { kind: "member", audience: "team" },
  { kind: "organisation", audience: "members" },
  { kind: "project", audience: "public" },
  { kind: "project", audience: "members" },
];
const [MOST, PER_PAGE, MOST_PAGES] = [1000, 24, 50];

type Line = { id: string; facets: string[]; named: boolean };

/** Questions that a seed draws and that a list answers otherwise than all its lines read one by one do. */
export async function wrongAnswers(db: Database, many: number): Promise<unknown[]> {
  const random = seeded(12);
  const wrong: unknown[] = [];
  for (let n = 0; n < many; n++) {
    const list = draw(random, LISTS);
    const asked = await drawQuestion(db, list, random);
    const locale = draw(random, LOCALES);
    const due = await answerPlainly(db, list, asked, orderOf(asked.sort, locale));
    const cards = (keys: SQL) =>
      db
        .select({ id: sql<string>`id` })
        .from(sql`unnest(${keys}) with ordinality one (id, place)`)
        .orderBy(sql`place`);
    const found = await findLines(db, list, asked, { cards, locale });
    const given = {
      total: found.isMore ? MOST + 1 : found.total,
      ids: due.ids ? found.cards.map(({ id }) => id) : null,
      counts: Object.fromEntries([...found.counts].filter(([value, count]) => value && count)),
      without: Object.fromEntries([...found.without].map(([facet, one]) => [facet, one.total])),
    };
    if (JSON.stringify(sorted(given)) !== JSON.stringify(sorted(due)))
      wrong.push({ list, asked, locale, due, given });
  }
  return wrong;
}

const sorted = ({ counts, ...rest }: { counts: object }) => ({
  ...rest,
  counts: Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)),
});

/** Words and facets that some line of the list has. */
async function drawQuestion(db: Database, list: LineList, random: () => number): Promise<Asked> {
  const [line] = await db.execute<{ line: string; facets: string[] }>(sql`
    select line, to_json(facets) as facets from search_lines where ${isOf(list)} offset ${Math.floor(random() * 1500)} limit 1`);
  const words = (line?.line ?? "").split(" ").filter((word) => word !== "");
  const facets = line?.facets ?? [];
  const typed = drawSome(random, words, 2, 1).map((word) =>
    Array.from(word)
      .slice(0, 1 + Math.floor(random() * 5))
      .join(""),
  );
  const chosen: Record<string, string[]> = {};
  for (const facet of facets.length > 0 ? drawSome(random, facets, 3, 1) : []) {
    const [name = "", value = ""] = facet.split(":");
    chosen[name] = [...(chosen[name] ?? []), value];
  }
  const sort = random() < 0.5 ? "name" : "newest";
  return { q: typed.join(" "), chosen, sort, page: 1 + Math.floor(random() ** 3 * 50) };
}

const isOf = ({ kind, audience }: LineList) => sql`kind = ${kind} and audience = ${audience}`;

async function readLines(db: Database, list: LineList, asked: Narrowing, order: SQL) {
  const rows = await db.execute<Line>(sql`
    select subject_id as id, to_json(facets) as facets, ${isNamed(asked.q)} as named from search_lines
    where ${isOf(list)} and ${fits(asked)} order by ${order}`);
  return [...rows];
}

async function answerPlainly(db: Database, list: LineList, asked: Asked, order: string) {
  const isByName = asked.q !== "" && asked.sort === "name";
  const by = sql.raw(order);
  const lines = await readLines(db, list, asked, isByName ? sql`${rankOf(asked.q)}, ${by}` : by);
  const chosen = Object.keys(asked.chosen);
  const most = asked.q === "" && chosen.length === 0 ? lines.length : MOST;
  const total = Math.min(most + 1, lines.length);
  const pages = Math.min(MOST_PAGES, Math.ceil(Math.min(most, total) / PER_PAGE));
  const page = Math.min(asked.page, Math.max(1, pages));
  const isOrdered = !isByName || lines.filter(({ named }) => named).length <= MOST;
  const without: Record<string, number> = {};
  const counts: Record<string, number> = {};
  const count = (some: Line[], isCounted: (facet: string) => boolean) => {
    for (const value of some.flatMap(({ facets }) => facets))
      if (isCounted(value.split(":", 1)[0] ?? "")) counts[value] = (counts[value] ?? 0) + 1;
  };
  for (const facet of chosen) {
    const rest = { ...asked, chosen: { ...asked.chosen, [facet]: [] } };
    const others = await readLines(db, list, rest, by);
    const isWhole = asked.q === "" && chosen.length === 1;
    without[facet] = isWhole ? others.length : Math.min(MOST, others.length);
    if (isWhole || others.length <= MOST) count(others, (one) => one === facet);
  }
  if (lines.length <= most) count(lines, (one) => !chosen.includes(one));
  const ids = lines.slice((page - 1) * PER_PAGE, page * PER_PAGE).map(({ id }) => id);
  return { total, ids: isOrdered ? ids : null, counts, without };
}
