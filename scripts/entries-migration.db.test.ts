import fs from "node:fs";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "@/db/connect.mjs";
import { startPostgres } from "./embedded-postgres.mjs";
import { temporaryFolder } from "./test-database.mjs";

/** A landed database whose projects become entries: what stood in it stands there afterwards, on a server of its own. */

const MIGRATIONS = path.join(import.meta.dirname, "../db/migrations");
const PLANTED = path.join(import.meta.dirname, "entries-migration.sql");
const [BEFORE, AFTER] = ["0028", "0029"];
const ONLINE = "published-members-members";
const PATIENCE_MS = 60_000;

/** What speaks of an entry now, by the name it had; its `project_id` is `entry_id`. */
const MOVED: Record<string, string> = {
  project_accesses: "entry_accesses",
  project_files: "entry_files",
  project_questions: "entry_questions",
  project_revisions: "entry_revisions",
  project_versions: "entry_versions",
  translation_offers: "translation_offers",
};
const STAYING = ["deadline_warnings", "interests", "match_dismissals", "project_outcomes", "rooms"];

type Row = Record<string, string | undefined>;
/** Its rows, and its columns as one more: what type each has, whether it may be empty, what it is without a word. */
type Table = { columns: Row; rows: Row[] };
type Tables = Record<string, Table>;

const folder = temporaryFolder();
let server: Awaited<ReturnType<typeof startPostgres>>;
let sql: postgres.Sql;
let before: Tables;
let after: Tables;

/** The migrations up to one, as a folder that the migrator reads; `end` is run after their last statement. */
function migrationsTo(last: string, end = ""): string {
  const copy = fs.mkdtempSync(path.join(folder, "migrations-"));
  fs.cpSync(MIGRATIONS, copy, { recursive: true });
  const file = path.join(copy, "meta/_journal.json");
  const journal: { entries: { tag: string }[] } = JSON.parse(fs.readFileSync(file, "utf8"));
  const entries = journal.entries.filter(({ tag }) => tag.slice(0, last.length) <= last);
  fs.writeFileSync(file, JSON.stringify({ ...journal, entries }));
  fs.appendFileSync(path.join(copy, `${entries.at(-1)?.tag}.sql`), end);
  return copy;
}

const bring = (migrationsFolder: string) => migrate(drizzle(sql), { migrationsFolder });

async function readTables(): Promise<Tables> {
  const columns = await sql<{ table: string; name: string; type: string }[]>`
    select table_name as table, column_name as name, concat_ws(' ', udt_name, is_nullable, column_default) as type
    from information_schema.columns where table_schema = 'public'`;
  const tables: Tables = {};
  for (const { table, name, type } of columns) {
    tables[table] ??= { columns: {}, rows: await readRows(table) };
    tables[table].columns[name] = type;
  }
  return tables;
}

/** Each value as the database writes it, so that none is read away. */
async function readRows(table: string): Promise<Row[]> {
  const rows = await sql<{ row: Row }[]>`
    select (select json_object_agg(key, value::text) from jsonb_each(to_jsonb(t))) as row from ${sql(table)} t`;
  return rows.map(({ row }) => row);
}

/** A project as it stood before: its entry's columns are its own. */
const asProject = (entry: Row, project: Row | undefined): Row => ({
  ...project,
  ...entry,
  kind: project?.kind,
});

/** What stands now, under the names of before. */
function underOldNames({ entries, projects, ...tables }: Tables): Tables {
  for (const [old, now] of Object.entries(MOVED)) {
    const { [now]: moved, ...others } = tables;
    const { columns, rows } = moved ?? { columns: {}, rows: [] };
    const back = ({ entry_id, ...row }: Row) => ({ ...row, project_id: entry_id });
    tables = { ...others, [old]: { columns: back(columns), rows: rows.map(back) } };
  }
  const ofId = new Map(projects?.rows.map((row) => [row.id, row]));
  return {
    ...tables,
    projects: {
      // Of an entry the column may be empty, of a project a check asks for it.
      columns: { ...asProject(entries?.columns ?? {}, projects?.columns), owner_id: "uuid NO" },
      rows: (entries?.rows ?? []).map((entry) => asProject(entry, ofId.get(entry.id))),
    },
  };
}

/** Without an order of rows, which another name of a column would change. */
const compared = (tables: Tables) =>
  Object.fromEntries(
    Object.entries(tables).map(([name, { columns, rows }]) => {
      const lines = rows.map((row) => JSON.stringify(Object.entries(row).sort()));
      return [name, { columns, rows: lines.sort() }];
    }),
  );

beforeAll(async () => {
  server = await startPostgres({ dataDir: folder, port: undefined, throwaway: true });
  sql = connect(server.ownerUrl);
  await bring(migrationsTo(BEFORE));
  await sql.file(PLANTED);
  before = await readTables();
}, PATIENCE_MS);

afterAll(async () => {
  await sql?.end();
  await server?.stop({ remove: true });
  fs.rmSync(folder, { recursive: true, force: true });
}, PATIENCE_MS);

test("what the migration moves, and what hangs on it, is planted", () => {
  const named = ["projects", "files", "decisions", "take_downs", "notices", "audit_events"];
  const tables = [...Object.keys(MOVED), ...STAYING, ...named];
  expect(tables.filter((name) => !before[name]?.rows.length)).toEqual([]);
});

test("broken off at its end, it leaves all as it was", async () => {
  const end = "--> statement-breakpoint\nselect 1 / 0;";
  await expect(bring(migrationsTo(AFTER, end))).rejects.toThrow();
  expect(compared(await readTables())).toEqual(compared(before));
});

describe("run to its end", () => {
  beforeAll(async () => {
    await bring(migrationsTo(AFTER));
    after = await readTables();
  }, PATIENCE_MS);

  test("every row of every table is there once, column by column", () => {
    expect(compared(underOldNames(after))).toEqual(compared(before));
  });

  test.each([
    ["a kind that is none", "kind = 'nothing'", "entries_kind_check"],
    ["a project of nobody", "owner_id = null", "entries_owner_check"],
    ["a move that is not listed", "moderation = 'draft'", "entries_moderation_move"],
    ["an address twice", "slug = 'odd'", "entries_slug_unique"],
  ])("%s is refused", async (_, values, constraint_name) => {
    const changed = sql.unsafe(`update entries set ${values} where slug = '${ONLINE}'`);
    await expect(changed).rejects.toMatchObject({ constraint_name });
  });

  test("the progress moves as listed once the project is online, and freely before", async () => {
    const complete = (slug: string) => sql`
      update projects set progress = 'completed' from entries
      where entries.id = projects.id and slug = ${slug} returning progress`;
    const constraint_name = "projects_progress_move";
    await expect(complete(ONLINE)).rejects.toMatchObject({ constraint_name });
    expect(await complete("draft-members-members")).toHaveLength(1);
  });

  test("no version is rewritten", async () => {
    const rewritten = sql`update entry_versions set number = 3 where number = 2`;
    await expect(rewritten).rejects.toMatchObject({ code: "42501" });
  });

  test("what speaks of an entry is of one that there is, and goes with it", async () => {
    const keysTo = async (table: string) => {
      const keys = await sql<{ from: string }[]>`
        select conrelid::regclass::text as from from pg_constraint
        where contype = 'f' and confrelid = ${table}::regclass and confdeltype = 'c' order by 1`;
      return keys.map(({ from }) => from);
    };
    expect(await keysTo("entries")).toEqual([...Object.values(MOVED), "projects"].sort());
    expect(await keysTo("projects")).toEqual(STAYING);
  });

  test("the bytes of a file go with its row", async () => {
    const bytesLeft = () => sql`select hash from files order by 1`;
    expect(await bytesLeft()).toHaveLength(3);
    await sql`delete from entry_files where name = 'plan 图.pdf'`;
    await sql`update entry_files set file_id = null, removed_at = now() where name = 'plan.pdf'`;
    expect(await bytesLeft()).toEqual([{ hash: "whose row is gone" }]);
  });
});
