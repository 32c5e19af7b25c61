import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { auditEvents } from "@/db/schema/audit";
import { consents } from "@/db/schema/consents";
import { entryVersions } from "@/db/schema/entry-parts";
import { interestMoves } from "@/db/schema/interests";
import { jobRuns } from "@/db/schema/jobs";
import { decisions } from "@/db/schema/moderation";
import { record } from "@/lib/core/events/record";
import { WEB_RIGHTS } from "./web-rights";

/** What the serving role, which these tests connect as, may not do to what has been written. */

afterAll(closeDatabase);

const LONG_AGO = new Date("2001-01-01T00:00:00Z");
const REFUSED = { code: "42501" };

let person: Awaited<ReturnType<typeof makeMember>>;
let interestId: string;

beforeAll(async () => {
  await transaction(async (tx) => {
    person = await makeMember(tx);
    const owner = await makeMember(tx);
    const project = await makeProject(tx, owner.memberId, { moderation: "published" });
    interestId = (await makeInterest(tx, project.id, person.memberId)).id;
    const { accountId } = person;
    const subject = { subjectType: "account", subjectId: accountId } as const;
    await tx.insert(interestMoves).values({ interestId, state: "sent", movedBy: accountId });
    await tx
      .insert(decisions)
      .values({ ...subject, verdict: "suspended", decidedBy: accountId, words: "Words." });
    await tx.insert(entryVersions).values({
      entryId: project.id,
      number: 1,
      cause: "published",
      content: {},
      authorId: accountId,
    } as typeof entryVersions.$inferInsert);
    await record(tx, person, {
      name: "account.created",
      ...subject,
      personal: { accountId, facts: { address: "127.0.0.1" } },
    });
  });
});

describe("what only grows is neither rewritten nor deleted by who serves", () => {
  const grows = Object.keys(WEB_RIGHTS).filter((table) => WEB_RIGHTS[table] === "insert");

  test("the trail, moves, versions and decisions are among it", () => {
    const expected = [
      "audit_details",
      "audit_events",
      "decisions",
      "interest_moves",
      "entry_versions",
    ];
    expect(grows).toEqual(expect.arrayContaining(expected));
  });

  test.each(grows)("%s", async (table) => {
    const name = sql.identifier(table);
    const [column] = await query((db) =>
      db.execute<{ name: string }>(sql`
        select column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = ${table} and is_identity = 'NO' limit 1`),
    );
    const first = sql.identifier(column?.name ?? "");
    const rewritten = query((db) => db.execute(sql`update ${name} set ${first} = ${first}`));
    await expect(rewritten).rejects.toMatchObject(REFUSED);
    const deleted = query((db) => db.execute(sql`delete from ${name}`));
    await expect(deleted).rejects.toMatchObject(REFUSED);
    const emptied = query((db) => db.execute(sql`truncate ${name}`));
    await expect(emptied).rejects.toMatchObject(REFUSED);
  });
});

describe("what only grows does not go with what it hangs on", () => {
  test.each([
    ["accounts", () => person.accountId],
    ["members", () => person.memberId],
    ["interests", () => interestId],
  ])("%s", async (table, id) => {
    const parent = sql.identifier(table);
    const gone = query((db) => db.execute(sql`delete from ${parent} where id = ${id()}`));
    await expect(gone).rejects.toMatchObject(REFUSED);
  });

  test("no deletion by who serves cascades into what they may not delete", async () => {
    const reached = await query((db) =>
      db.execute<{ from: string; into: string }>(sql`
        with recursive hangs as (
          select confrelid as parent, conrelid as child from pg_constraint
          where contype = 'f' and confdeltype = 'c' and connamespace = 'public'::regnamespace
        ), reached (root, child) as (
          select parent, child from hangs where has_table_privilege(current_user, parent, 'delete')
          union select root, hangs.child from reached join hangs on hangs.parent = reached.child
        )
        select root::regclass::text as from, child::regclass::text as into from reached
        where not has_table_privilege(current_user, child, 'delete') order by 1, 2`),
    );
    expect([...reached]).toEqual([]);
  });

  test("who serves cannot say that a planned job has run", async () => {
    const noted = query((db) => db.insert(jobRuns).values({ task: "sweep", slot: "2001-01-01" }));
    await expect(noted).rejects.toMatchObject(REFUSED);
  });
});

describe("a consent stands as it was given", () => {
  const isOwn = () => eq(consents.accountId, person.accountId);
  const change = (values: Partial<typeof consents.$inferInsert>) =>
    query((db) => db.update(consents).set(values).where(isOwn()));

  test.each([{ textVersion: 9 }, { purpose: "newsletter" }, { givenAt: LONG_AGO }] as const)(
    "nobody rewrites %j",
    async (values) => {
      await expect(change(values as never)).rejects.toMatchObject(REFUSED);
    },
  );

  test("nobody deletes it", async () => {
    const gone = query((db) => db.delete(consents).where(isOwn()));
    await expect(gone).rejects.toMatchObject(REFUSED);
  });

  test("it is withdrawn once, now, and never given back or to somebody else", async () => {
    const other = await transaction((tx) => makeMember(tx));
    await expect(change({ accountId: other.accountId })).rejects.toMatchObject(REFUSED);
    await change({ withdrawnAt: LONG_AGO });
    const [row] = await query((db) =>
      db
        .select({ isNow: sql<boolean>`${consents.withdrawnAt} > now() - interval '1 minute'` })
        .from(consents)
        .where(isOwn()),
    );
    expect(row).toEqual({ isNow: true });
    await expect(change({ withdrawnAt: null })).rejects.toMatchObject(REFUSED);
    await expect(change({ withdrawnAt: LONG_AGO })).rejects.toMatchObject(REFUSED);
  });
});

describe("nothing is dated back by who serves", () => {
  const isFresh = (column: Parameters<typeof sql>[1]) =>
    sql<boolean>`${column} > now() - interval '1 minute'`;

  test("a line of the trail", async () => {
    const subjectId = crypto.randomUUID();
    const values = {
      name: "account.created",
      subjectType: "account",
      subjectId,
      createdAt: LONG_AGO,
    } as const;
    const [row] = await query((db) =>
      db
        .insert(auditEvents)
        .values(values)
        .returning({ isFresh: isFresh(auditEvents.createdAt) }),
    );
    expect(row).toEqual({ isFresh: true });
  });

  test("a decision", async () => {
    const subject = { subjectType: "account", subjectId: person.accountId } as const;
    const decidedBy = person.accountId;
    const values = { ...subject, verdict: "reinstated", decidedBy, decidedAt: LONG_AGO } as const;
    const [row] = await query((db) =>
      db
        .insert(decisions)
        .values(values)
        .returning({ isFresh: isFresh(decisions.decidedAt) }),
    );
    expect(row).toEqual({ isFresh: true });
  });

  test("a move", async () => {
    const values = { interestId, state: "under-review", movedAt: LONG_AGO } as const;
    const [row] = await query((db) =>
      db
        .insert(interestMoves)
        .values(values)
        .returning({ isFresh: isFresh(interestMoves.movedAt) }),
    );
    expect(row).toEqual({ isFresh: true });
  });

  test("a consent", async () => {
    const account = await transaction((tx) => makeMember(tx));
    const values = { purpose: "public-directory", textVersion: 1, locale: "fr" } as const;
    const [row] = await query((db) =>
      db
        .insert(consents)
        .values({ ...values, accountId: account.accountId, givenAt: LONG_AGO })
        .returning({ isFresh: isFresh(consents.givenAt) }),
    );
    expect(row).toEqual({ isFresh: true });
  });
});

test("each table's rights of who serves are those that were decided", async () => {
  const rows = await query((db) =>
    db.execute<{ table: string; rights: string }>(sql`
      select relname as table, concat_ws(', ',
        case when has_table_privilege(current_user, oid, 'insert') then 'insert' end,
        case when has_table_privilege(current_user, oid, 'update') then 'update'
          when has_any_column_privilege(current_user, oid, 'update') then 'update (' || (
            select string_agg(attname, ', ' order by attnum desc) from pg_attribute
            where attrelid = c.oid and attnum > 0 and not attisdropped
              and has_column_privilege(current_user, c.oid, attnum, 'update')) || ')' end,
        case when has_table_privilege(current_user, oid, 'delete') then 'delete' end,
        case when has_table_privilege(current_user, oid, 'truncate') then 'truncate' end) as rights
      from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`),
  );
  expect(Object.fromEntries(rows.map(({ table, rights }) => [table, rights]))).toEqual(WEB_RIGHTS);
});
