import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  closeDatabase,
  databaseUrl,
  query,
  type Transaction,
  transaction,
  workAsOwner,
} from "./client";
import { connect } from "./connect.mjs";

const owner = connect(process.env.DATABASE_OWNER_URL ?? databaseUrl());
const CONNECTIONS = 10;
const table = `prepared_${crypto.randomUUID().slice(0, 8)}`;

beforeAll(async () => {
  await owner.unsafe(
    `create table ${table} (n int, word varchar(9)); insert into ${table} values (1, 'a'), (2, 'b')`,
  );
  await owner.unsafe(`grant select, insert on ${table} to public`);
});

afterAll(async () => {
  await closeDatabase();
  await owner.unsafe(`drop table ${table}`);
  await owner.end();
});

const rowsFrom = (n: number) => sql`select * from ${sql.raw(table)} where n >= ${n} order by n`;
const read = (statement: SQL) => query((db) => db.execute<{ n: unknown }>(statement));
const known = () =>
  read(sql`select name from pg_prepared_statements where ${table} = ${table} and
    statement like ${`%${table}%`} and generic_plans + custom_plans > ${0}`);

/** On each connection of the pool at once. */
const everywhere = <T>(run: (tx: Transaction) => Promise<T>) => {
  let come = 0;
  let open = () => {};
  const met = new Promise<void>((resolve) => {
    open = resolve;
  });
  return Promise.all(
    Array.from({ length: CONNECTIONS }, () =>
      transaction(async (tx) => {
        const result = await run(tx);
        come += 1;
        if (come === CONNECTIONS) open();
        await met;
        return result;
      }),
    ),
  );
};

test("a text has a name on a connection from its second use on", async () => {
  await read(rowsFrom(0));
  expect(await known()).toEqual([]);
  await read(rowsFrom(1));
  expect(await known()).toHaveLength(1);
});

const plansOf = (values: number[]) =>
  transaction(async (tx) => {
    for (const n of values)
      await tx.execute(sql`select word from ${sql.raw(table)} where n = ${n}`);
    return tx.execute(sql`select custom_plans as custom, generic_plans as generic from pg_prepared_statements
      where statement like ${`select word from ${table}%`}`);
  });

test("a text that has a name is planned once on a connection, whatever its values", async () => {
  expect([...(await plansOf([1, 2, 1, 2]))]).toEqual([{ custom: "0", generic: "3" }]);
});

test("what follows one after the other shares a connection, also after many at once", async () => {
  const pid = sql`select pg_backend_pid() as pid`;
  const pids = await everywhere((tx) => tx.execute(pid));
  expect(new Set(pids.map(([row]) => row?.pid)).size).toBe(CONNECTIONS);
  const later = [];
  for (let i = 0; i < 5; i += 1) later.push((await query((db) => db.execute(pid)))[0]?.pid);
  expect(new Set(later).size).toBe(1);
});

test("a connection on which what comes again finds no room gives way to a fresh one", async () => {
  const ask = async (text: string) => {
    const [row] = await query((db) =>
      db.execute<{ pid: number }>(
        sql.raw(`select pg_backend_pid() as pid -- ${text}${"x".repeat(59_000)}`),
      ),
    );
    return row?.pid;
  };
  for (let i = 0; i < 10; i += 1) for (const _ of [1, 2]) await ask(`some ${i}`);
  const pids = [];
  for (let i = 0; i < 30; i += 1) pids.push(await ask("without room"));
  expect(new Set(pids).size).toBe(2);
  const names = await query((db) => db.execute(sql`select from pg_prepared_statements`));
  expect(names.length).toBeLessThan(5);
});

test("a result of another type since a migration is read as it is now", async () => {
  for (const _ of [1, 2]) await everywhere((tx) => tx.execute(rowsFrom(1)));
  await owner.unsafe(`alter table ${table} alter column word type text`);
  const again = await Promise.all(Array.from({ length: CONNECTIONS }, () => read(rowsFrom(1))));
  expect(again).toEqual(
    again.map(() => [
      { n: 1, word: "a" },
      { n: 2, word: "b" },
    ]),
  );
});

test("and in a transaction, which runs anew as a whole and writes once, on whatever connection", async () => {
  for (const _ of [1, 2]) await everywhere((tx) => tx.execute(rowsFrom(2)));
  await owner.unsafe(`alter table ${table} add column m int default 7`);
  let runs = 0;
  const found = await transaction(async (tx) => {
    runs += 1;
    await tx.execute(sql`insert into ${sql.raw(table)} (n) values (${3})`);
    return tx.execute(rowsFrom(2));
  });
  expect({ runs, found: [...found] }).toEqual({
    runs: 2,
    found: [
      { n: 2, word: "b", m: 7 },
      { n: 3, word: null, m: 7 },
    ],
  });
});

test("a name that the server no longer has ends nothing", async () => {
  const statement = sql`select n from ${sql.raw(table)} where n = ${1}`;
  await everywhere((tx) => tx.execute(statement));
  await everywhere((tx) => tx.execute(statement));
  await everywhere((tx) => tx.execute(sql`deallocate all`));
  expect([...(await read(statement))]).toEqual([{ n: 1 }]);
  const inside = await everywhere((tx) => tx.execute(statement));
  expect(inside).toHaveLength(CONNECTIONS);
});

test("so is one that a job asks again and again", async () => {
  await closeDatabase();
  workAsOwner(20_000);
  expect([...(await plansOf([1, 2, 1, 2]))]).toEqual([{ custom: "0", generic: "3" }]);
});
