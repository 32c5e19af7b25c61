import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { connect } from "@/db/connect.mjs";
import { makeMember, makeProject } from "@/db/factories";
import { readEpoch } from "@/db/read-back";
import { DEFAULT_VISIBILITY } from "@/lib/members/policy";

/** Of people, visitors read some columns; of what is searched, the lines and counts that everybody finds. */
const owner = connect(process.env.DATABASE_OWNER_URL ?? "");
let person: { memberId: string; accountId: string };

afterAll(async () => {
  await owner`delete from search_lines where line = 'watched in part'`;
  await owner.end();
  await closeDatabase();
});

beforeAll(async () => {
  person = await transaction((tx) => makeMember(tx));
  await transaction((tx) =>
    makeProject(tx, person.memberId, { moderation: "published", publishedAt: new Date() }),
  );
});

/** How often these statements, in one transaction, raised what visitors' pages go by. */
async function raises(...statements: string[]): Promise<number> {
  const before = await readEpoch(owner);
  await owner.begin(async (tx) => {
    for (const one of statements) await tx.unsafe(one);
  });
  return (await readEpoch(owner)) - before;
}

/** The same of what is undone at once: the files of a worker share a database. */
async function wouldRaise(...statements: string[]): Promise<number> {
  let raised = 0;
  const undone = owner.begin(async (tx) => {
    const before = await readEpoch(tx);
    for (const one of statements) await tx.unsafe(one);
    raised = (await readEpoch(tx)) - before;
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  return raised;
}

describe("of people", () => {
  test.each([
    ["members", "bio = '{\"fr\":\"Soie\"}', job_title = '{}', version = version + 1", 0],
    ["members", "confirmed_on = current_date + 1, search_members = 'soie', updated_at = now()", 0],
    ["members", "family_name = family_name", 0],
    ["members", "family_name = 'Soyeux'", 1],
    ["members", "name_zh = '丝绸'", 1],
    ["members", `visibility = '${JSON.stringify(DEFAULT_VISIBILITY)}'`, 0],
    ["members", `visibility = visibility || '{"nameZh":"public"}'`, 1],
    ["members", `visibility = '{"nameZh":"public"}'`, 0],
    ["members", `visibility = '{"nameZh":"public","organisation":"contacts"}'`, 1],
    ["members", "visibility = '{}'", 1],
    ["members", "hidden_at = now()", 1],
    ["members", "bio = '{}', hidden_at = null", 1],
    ["accounts", "last_seen_at = now(), theme = 'dark', locale = 'zh', version = 7", 0],
    ["accounts", "is_open = false", 1],
    ["accounts", "status = 'suspended'", 1],
  ])("%s: %s: %i", async (table, change, times) => {
    const id = table === "members" ? person.memberId : person.accountId;
    expect(await raises(`update ${table} set ${change} where id = '${id}'`)).toBe(times);
  });
});

const one = (audience: string) =>
  `insert into search_counts values ('project', '${audience}', 'x:y', 1)`;

const line = (kind: string, audience: string, lastDay = "null") =>
  `insert into search_lines values ('${kind}', '${audience}', gen_random_uuid(), 'watched in part', '', '', '{}', '', '', '', ${lastDay})`;

describe("of what is searched", () => {
  test.each([
    ["public", 1],
    ["members", 0],
  ])("lines for %s: %i", async (audience, times) => {
    await owner.unsafe(line("project", audience));
    const these = `where kind = 'project' and audience = '${audience}'`;
    for (const act of [
      `update search_lines set line = line || 'x' ${these}`,
      `delete from search_lines ${these}`,
      `truncate search.project_for_${audience}`,
      line("project", audience),
    ])
      expect(await wouldRaise(act), act).toBe(times);
  });

  test.each([
    ["public", 1],
    ["members", 0],
    ["team", 0],
  ])("counts for %s: %i", async (audience, times) => {
    expect(await raises(one(audience))).toBe(times);
    const these = `where audience = '${audience}' and facet = 'x:y'`;
    expect(await raises(`update search_counts set n = 2 ${these}`)).toBe(times);
    expect(await raises(`delete from search_counts ${these}`)).toBe(times);
  });

  test("how many members the directory lists is told to all", async () => {
    const counted = (facet: string, n: number) =>
      `insert into search_counts values ('member', 'members', '${facet}', ${n})`;
    expect(await raises(counted("", 1), counted("", -1))).toBe(1);
    expect(await raises(counted("x:y", 1), counted("x:y", -1))).toBe(0);
  });

  test("all of them gone at once", async () => {
    expect(await wouldRaise("truncate search_lines")).toBe(1);
    expect(await wouldRaise("truncate search_counts")).toBe(1);
  });

  test("lists that are opened later are watched as well", async () => {
    const open = "select search.open_kind('ferry', '{public,members}')";
    expect(await wouldRaise(open, line("ferry", "members"))).toBe(0);
    expect(await wouldRaise(open, line("ferry", "public"))).toBe(1);
  });

  test("counts that are put together say what they said", async () => {
    expect(await raises(one("public"), one("public"))).toBe(1);
    expect(await raises("select search.tidy()")).toBe(0);
    expect(await owner`select n from search_counts where facet = 'x:y'`).toEqual([{ n: 2 }]);
    expect(await raises(one("public"), "select search.tidy()")).toBe(1);
    expect(await raises("select search.tidy()", one("public"))).toBe(1);
    await owner`delete from search_counts where facet = 'x:y'`;
  });

  test("what is over is taken away", async () => {
    await owner.unsafe(line("project", "public", "current_date - 2"));
    expect(await raises("select search.tidy()")).toBe(1);
  });
});
