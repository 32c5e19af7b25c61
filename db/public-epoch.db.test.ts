import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, type Transaction, transaction } from "./client";
import { connect } from "./connect.mjs";
import { makeCooperation } from "./cooperation-factory";
import { makeEvent } from "./event-factory";
import { makeAccount, makeMember, makeOrganisation, makeProject } from "./factories";
import { makeHeritage } from "./heritage-factory";
import { makePage } from "./page-factory";
import { personInEveryTable } from "./person-in-every-table";
import { readEpoch } from "./read-back";
import { sessions } from "./schema/accounts";
import { duesFees } from "./schema/dues";
import { entries } from "./schema/entries";
import { entryVersions } from "./schema/entry-parts";
import { members } from "./schema/members";
import { organisations } from "./schema/organisations";
import { pages } from "./schema/pages";
import { projects } from "./schema/projects";

const url = process.env.DATABASE_OWNER_URL ?? "";
const owner = connect(url, { max: 60 });

afterAll(async () => {
  await owner.end();
  await closeDatabase();
});

/** How often an act raised what visitors' pages go by. */
async function raises(act: () => Promise<unknown>): Promise<number> {
  const before = await readEpoch(owner);
  await act();
  return (await readEpoch(owner)) - before;
}

const raisesIn = (run: (tx: Transaction) => Promise<unknown>) => raises(() => transaction(run));

const online = { moderation: "published", publishedAt: new Date() } as const;

type World = Record<"shown" | "draft" | "gone" | "goneDraft" | "page", { id: string }> & {
  member: Awaited<ReturnType<typeof makeMember>>;
  organisation: { id: string };
};
let world: World;

beforeAll(async () => {
  world = await transaction(async (tx) => {
    const member = await makeMember(tx);
    return {
      member,
      shown: await makeProject(tx, member.memberId, online),
      draft: await makeProject(tx, member.memberId),
      gone: await makeProject(tx, member.memberId, online),
      page: await makePage(tx, online),
      goneDraft: await makeProject(tx, member.memberId),
      organisation: await makeOrganisation(tx, { visibility: "public" }, [member]),
    };
  });
});

describe("what visitors may read raises the epoch when it changes", () => {
  test.each<[string, number, (tx: Transaction) => Promise<unknown>]>([
    ["a member comes", 1, (tx) => makeMember(tx)],
    ["an account comes", 1, (tx) => makeAccount(tx)],
    [
      "an organisation is hidden",
      1,
      (tx) =>
        tx
          .update(organisations)
          .set({ hiddenAt: new Date() })
          .where(eq(organisations.id, world.organisation.id)),
    ],
    [
      "a project online is changed, of many statements once",
      1,
      async (tx) => {
        await tx.update(projects).set({ kind: "other" }).where(eq(projects.id, world.shown.id));
        await tx.update(entries).set({ slug: "elsewhere" }).where(eq(entries.id, world.shown.id));
        await tx
          .update(members)
          .set({ familyName: "Soyeux" })
          .where(eq(members.id, world.member.memberId));
      },
    ],
    [
      "a project is withdrawn",
      1,
      async (tx) => {
        const { id } = await makeProject(tx, world.member.memberId, online);
        await tx.update(entries).set({ moderation: "withdrawn" }).where(eq(entries.id, id));
      },
    ],
    [
      "a draft is written",
      0,
      async (tx) => {
        const { id } = world.draft;
        await tx.update(projects).set({ kind: "other" }).where(eq(projects.id, id));
        await tx
          .update(entries)
          .set({ title: { fr: "Soie" } })
          .where(eq(entries.id, id));
      },
    ],
    [
      "a page of the club keeps what it says",
      1,
      (tx) =>
        tx.insert(entryVersions).values({
          ...{ entryId: world.page.id, number: 1, cause: "published" },
          content: {},
        }),
    ],
    [
      "a page of the club has another day",
      1,
      (tx) => tx.update(pages).set({ effectiveOn: null }).where(eq(pages.id, world.page.id)),
    ],
    [
      "a category has another fee",
      1,
      (tx) => tx.insert(duesFees).values({ category: randomUUID(), year: 2001, amountCents: 1 }),
    ],
    [
      "somebody signs in",
      0,
      (tx) =>
        tx.insert(sessions).values({
          accountId: world.member.accountId,
          tokenHash: crypto.randomUUID(),
          expiresAt: new Date(),
        }),
    ],
  ])("%s: %i", async (_name, times, run) => {
    expect(await raisesIn(run)).toBe(times);
  });
});

test.each<[string, number, keyof World]>([
  ["projects", 1, "gone"],
  ["entries", 1, "gone"],
  ["entries", 0, "goneDraft"],
])("deleted by hand from %s: %i (%s)", async (table, times, which) => {
  const { id } = world[which] as { id: string };
  expect(await raises(() => owner`delete from ${owner(table)} where id = ${id}`)).toBe(times);
});

/** Of what is watched in part, a change that is watched. */
const CHANGES: Record<string, string> = {
  accounts: "is_open = not is_open",
  members: "family_name = family_name || 'x'",
};

test("in each table that raises it: a row written, all of them gone", async () => {
  const triggers = await owner<{ table: string; name: string }[]>`
      select tgrelid::regclass::text as table, tgname as name from pg_trigger
      where tgfoid = 'raise_public_epoch'::regproc`;
  const raising = [...new Set(triggers.map(({ table }) => table))];
  expect(raising.length).toBeGreaterThan(10);
  await transaction(personInEveryTable);
  await transaction(async (tx) => {
    await makeHeritage(tx, online);
    const parties = [await makeOrganisation(tx), await makeOrganisation(tx, { country: "cn" })];
    const ids = parties.map(({ id }) => id);
    await makeCooperation(tx, ids, online);
    await makeEvent(tx, ids, online);
  });
  const all = await owner<{ name: string; column: string }[]>`
      select distinct on (1) attrelid::regclass::text as name, attname as column
      from pg_attribute join pg_class on pg_class.oid = attrelid
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attnum > 0 order by 1, attnum`;
  for (const { name, column } of all.filter((one) => raising.includes(one.name))) {
    const acts = {
      written: `update ${name} set ${CHANGES[name] ?? `${column} = ${column}`}`,
      gone: `truncate ${name} cascade`,
    };
    for (const [what, act] of Object.entries(acts)) {
      const undone = owner.begin(async (tx) => {
        for (const other of all) await tx.unsafe(`alter table ${other.name} disable trigger user`);
        for (const own of triggers.filter(({ table }) => table === name))
          await tx.unsafe(`alter table ${name} enable trigger ${own.name}`);
        const before = await readEpoch(tx);
        await tx.unsafe(act);
        throw new Error(`raised ${(await readEpoch(tx)) - before}`);
      });
      await expect(undone, `${name} ${what}`).rejects.toThrow("raised 1");
    }
  }
});

describe("in any order of commits", () => {
  const hide = (tx: { unsafe: typeof owner.unsafe }) =>
    tx.unsafe("update organisations set updated_at = now()");

  test("what is undone raises nothing; what is done after an undone part raises once", async () => {
    const undone = () =>
      owner.begin(async (tx) => {
        await hide(tx);
        throw new Error("undone");
      });
    expect(await raises(() => undone().catch(() => {}))).toBe(0);
    const partly = () =>
      owner.begin(async (tx) => {
        await tx
          .savepoint(async (part) => {
            await hide(part);
            throw new Error("undone");
          })
          .catch(() => {});
        await makesMember(tx);
      });
    expect(await raises(partly)).toBe(1);
  });

  const makesMember = (tx: { unsafe: typeof owner.unsafe }) =>
    tx.unsafe("insert into accounts (email) values (gen_random_uuid()::text)");

  test.each(["first", "second"])(
    "two that overlap each raise when they commit, the %s first",
    async (earlier) => {
      const [first, second] = [connect(url), connect(url)];
      const [one, other] = earlier === "first" ? [first, second] : [second, first];
      try {
        for (const tx of [first, second]) {
          await tx`begin`;
          await makesMember(tx);
        }
        expect(await raises(() => one`commit`)).toBe(1);
        expect(await raises(() => other`commit`)).toBe(1);
      } finally {
        await Promise.all([first.end(), second.end()]);
      }
    },
  );

  test("fifty writers at once: none waits for another, none fails, each raises", async () => {
    let arrived = 0;
    let open = () => {};
    const together = new Promise<void>((resolve) => {
      open = resolve;
    });
    const write = () =>
      owner.begin(async (tx) => {
        await makesMember(tx);
        arrived += 1;
        if (arrived === 50) open();
        await together;
      });
    expect(await raises(() => Promise.all(Array.from({ length: 50 }, write)))).toBe(50);
    expect(
      await raises(() => Promise.all(Array.from({ length: 50 }, () => owner.begin(makesMember)))),
    ).toBe(50);
    const [found] = await query((db) =>
      db.execute<{ slots: number }>(sql`select count(*)::int as slots from public_epoch`),
    );
    expect(found?.slots).toBeLessThan(60);
  });
});

test("the serving role raises it by what it writes, and not otherwise", async () => {
  const write = query((db) => db.execute(sql`update public_epoch set epoch = 0`));
  await expect(write).rejects.toMatchObject({ code: "42501" });
});
