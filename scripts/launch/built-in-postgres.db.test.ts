import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect } from "../../db/connect.mjs";
import { startPostgres } from "../embedded-postgres.mjs";
import { temporaryFolder } from "../test-database.mjs";
import { prepareDatabase, separateRoles } from "./database.mjs";

const folder = path.join(temporaryFolder(), "own");
const start = () => startPostgres({ dataDir: folder, port: undefined, throwaway: true });
let server: Awaited<ReturnType<typeof start>>;

beforeAll(async () => {
  server = await start();
}, 60_000);
afterAll(() => fs.rmSync(path.dirname(folder), { recursive: true, force: true }));

it("a role that somebody else has made is left as it is", async () => {
  const boss = connect(server.superUrl);
  await boss`create role postgres_web login password 'theirs' createdb`;
  await expect(separateRoles(server.superUrl, undefined, "a secret")).rejects.toThrow(
    "postgres_web",
  );
  const [role] = await boss`select rolcreatedb from pg_roles where rolname = 'postgres_web'`;
  expect(role?.rolcreatedb).toBe(true);
  await boss`drop role postgres_web`;
  const first = await separateRoles(server.superUrl, undefined, "a secret");
  expect(await separateRoles(server.superUrl, undefined, "a secret")).toEqual(first);
  expect(first.webUrl).toContain("//postgres_web:");
  await boss.end();
});

it("a database that is refused says what to do, and one that fails which settings name it", async () => {
  const prepare = (DATABASE_URL: string) => {
    const env = { ...process.env, DATABASE_URL, DATABASE_OWNER_URL: DATABASE_URL };
    return prepareDatabase(env, { isDemo: false, isOwn: true });
  };
  await expect(prepare(server.superUrl)).rejects.toMatchObject({
    message: expect.stringMatching(/date\.\nDATABASE_URL names a superuser: serve with/),
    advice: undefined,
  });
  const nowhere = new URL(server.webUrl);
  nowhere.pathname = "/nowhere";
  await expect(prepare(nowhere.href)).rejects.toMatchObject({
    message: expect.stringMatching(/Migration: .*nowhere/),
    advice: expect.stringContaining("DATABASE_OWNER_URL"),
  });
});

it("a role that an earlier version has made is known by its password", async () => {
  const { webUrl } = await separateRoles(server.superUrl, undefined, "a secret");
  const boss = connect(server.superUrl);
  await boss`comment on role postgres_web is null`;
  expect((await separateRoles(server.superUrl, undefined, "a secret")).webUrl).toBe(webUrl);
  await boss.end();
});

it("a database whose folder is gone is not made anew in silence", async () => {
  await server.stop();
  const moved = `${server.folder}.moved`;
  fs.renameSync(server.folder, moved);
  await expect(start()).rejects.toThrow("not in");
  fs.writeFileSync(server.folder, "");
  await expect(start()).rejects.toThrow("ENOTDIR");
  fs.rmSync(server.folder);
  fs.renameSync(moved, server.folder);
  server = await start();
  await server.stop();
}, 60_000);

it("passwords of another backup are told from a server that is ill", async () => {
  const file = path.join(folder, "postgres.json");
  const kept = fs.readFileSync(file, "utf8");
  fs.writeFileSync(file, kept.replace(/("club_super": ")[^"]+/, "$1another"));
  await expect(start()).rejects.toThrow("postgres.json");
  expect(fs.existsSync(path.join(server.folder, "postmaster.pid"))).toBe(false);
  fs.writeFileSync(file, kept);
  server = await start();
  await server.stop({ remove: true });
}, 60_000);
