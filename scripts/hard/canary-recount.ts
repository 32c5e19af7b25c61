import { type SQL, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { isReference, referenceItem } from "@/db/reference/lists";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isStaff } from "@/lib/core/auth/viewer-type";
import { visibleLevels } from "@/lib/members/policy";
import { openLevels } from "@/lib/organisations/policy";
import { type SideFacts, sideOf } from "@/lib/organisations/sides";
import { groupOf } from "@/lib/projects/project-filters";

/** `listed` are the members that the front page counts, for everybody alike. */
export type Noun = "members" | "listed" | "organisations" | "activities" | "projects";

/** How many there are, and how many have each choice of each filter: `sector energy`, `city huzhou`, `side institutions`. */
export type Recount = { total: number; choices: Map<string, number> };

type Eyes = Viewer | null;

const TODAY = sql`(now() at time zone 'Europe/Paris')::date`;
const AGREED = sql`(m.hidden_at is null and exists (select from consents c
  where c.account_id = a.id and c.purpose = 'members-directory' and c.withdrawn_at is null))`;
/** Who reads what members read. */
const isInside = (eyes: Eyes) => eyes?.status === "active" || eyes?.status === "lapsed";
/** Whose things these eyes come upon: not a visitor once it is closed to them. */
const isThere = (eyes: Eyes) =>
  sql`(a.status in ('active', 'lapsed') and (a.is_open or ${isInside(eyes)}::boolean))`;
const list = (texts: readonly string[]) => sql`${`{${texts.join(",")}}`}::text[]`;

type Row = Record<string, string[] | string | null>;

/** What a list has for somebody right now, counted over the base tables. */
export async function recount(noun: Noun, eyes: Eyes): Promise<Recount> {
  const rows = await READ[noun](eyes);
  const choices = new Map<string, number>();
  for (const row of rows) {
    for (const choice of new Set(row)) choices.set(choice, (choices.get(choice) ?? 0) + 1);
  }
  return { total: rows.length, choices };
}

const READ: Record<Noun, (eyes: Eyes) => Promise<string[][]>> = {
  members: async (eyes) => {
    const levels = visibleLevels(eyes);
    const open = (field: "sectors" | "cities") => sql`case
      when coalesce(m.visibility ->> ${field}, 'members') = any (${list(levels)}) then ${sql.identifier(field)} else '{}' end`;
    const rows = await ask(sql`
      select ${open("sectors")} as sector, ${open("cities")} as city from members m join accounts a on a.id = m.account_id
      where ${isInside(eyes)}::boolean and ${isThere(eyes)} and ${AGREED}`);
    return rows.map(({ sector, city }) => [...each("sector", sector), ...each("city", city)]);
  },
  listed: async () => {
    const rows = await ask(sql`
      select from members m join accounts a on a.id = m.account_id where a.status in ('active', 'lapsed') and ${AGREED}`);
    return rows.map(() => []);
  },
  organisations: async (eyes) => {
    const rows = await ask<SideFacts & Row>(organisationsSql(eyes));
    return rows.map((row) => {
      const side = sideOf(row);
      const places = [row.place ?? [], row.sites ?? []].flat();
      return [
        ...(side ? [`side ${side}`] : []),
        `kind ${row.kind}`,
        ...each("sector", row.sectors),
        ...each("place", places).filter((one) => isReference("lyonPlaces", one.slice(6))),
        ...each("city", places).filter((one) => isReference("cities", one.slice(5))),
      ];
    });
  },
  activities: async (eyes) => {
    const open = sql`w.visibility = any (${list(visibleLevels(eyes))})
      and (${isStaff(eyes)}::boolean or ${isThere(eyes)} and w.hidden_at is null)`;
    const rows = await ask(sql`
      select w.kind, w.direction, w.stage, w.sectors as sector, w.cities as city
      from activities w join members m on m.id = w.member_id join accounts a on a.id = m.account_id
      where a.id = ${eyes?.accountId ?? null} or ${open}`);
    return rows.map((row) => Object.entries(row).flatMap(([name, value]) => each(name, value)));
  },
  projects: async (eyes) => {
    const isNamed = sql`(${isInside(eyes)}::boolean and e.owner_level = 'members' and ${AGREED})`;
    const rows = await ask(sql`
      select p.profile_type as type, case when ${isNamed} then e.sectors else e.shown_sectors end as sector,
        case when ${isNamed} then e.cities else e.shown_places end as city
      from entries e join projects p on p.id = e.id join members m on m.id = e.owner_id join accounts a on a.id = m.account_id
      where e.moderation = 'published' and e.hidden_at is null and ${isThere(eyes)}
        and (p.deadline is null or p.deadline >= ${TODAY})`);
    return rows.map(({ type, sector, city }) => [
      ...(type ? [`group ${groupOf(type as Parameters<typeof groupOf>[0])}`] : []),
      ...withWider("sector", sector, (slug) => referenceItem("sectors", slug)?.group),
      ...withWider("city", city, (slug) => referenceItem("cities", slug)?.province),
    ]);
  },
};

/** With the activities of each that this audience sees; who manages or belongs to one that is out of sight finds it too. */
function organisationsSql(eyes: Eyes) {
  const levels = visibleLevels(eyes);
  const ties = isInside(eyes) ? levels : ["public", "members"];
  const isTeam = isStaff(eyes);
  const own = sql`(select f.role from affiliations f where f.organisation_id = o.id
    and f.member_id = ${eyes?.memberId ?? null})`;
  return sql`
    select o.kind, o.country, o.parent_uscc as "parentUscc", o.place, o.sites, o.sectors, exists (
      select from activities w join members m on m.id = w.member_id join accounts a on a.id = m.account_id
      where w.organisation_id = o.id and ${isThere(eyes)} and w.hidden_at is null and w.direction <> 'china-to-lyon'
        and w.stage <> 'exited' and (w.until is null or w.until >= extract(year from ${TODAY})) and w.cities <> '{}'
        and w.visibility = any (${list(levels)})
        and coalesce(m.visibility ->> 'organisation', 'members') = any (${list(ties)})) as "isActiveInChina"
    from organisations o
    where (o.visibility = any (${list(openLevels(eyes))}) or ${isInside(eyes)}::boolean and ${own} is not null)
      and (${isTeam}::boolean or o.hidden_at is null or ${own} = 'manager')`;
}

/** As json, since arrays come from the driver as it got them. */
async function ask<One = Row>(statement: SQL): Promise<One[]> {
  const rows = await query((db) =>
    db.execute<{ one: One }>(sql`select to_json(row) as one from (${statement}) row`),
  );
  return rows.map(({ one }) => one);
}

const each = (name: string, values: string[] | string | null | undefined) =>
  [values ?? []].flat().map((value) => `${name} ${value}`);

function withWider(
  name: string,
  slugs: string[] | string | null | undefined,
  widerOf: (slug: string) => string | undefined,
) {
  const all = [slugs ?? []].flat().flatMap((slug) => [slug, widerOf(slug) ?? []].flat());
  return each(
    name,
    all.filter((slug) => slug !== "china"),
  );
}
