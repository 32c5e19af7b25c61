import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, databaseUrl, query, transaction } from "@/db/client";
import { connect } from "@/db/connect.mjs";
import { makeAccount, makeApplication, makeMember } from "@/db/factories";
import { rowsAsText } from "@/db/read-back";
import { makeGuest, makeOpenEvent } from "@/db/registration-factory";
import { memberInvitations } from "@/db/schema/invitations";
import { mails } from "@/db/schema/mail";
import { secondFactors } from "@/db/schema/second-factors";
import { PERSONAL_DATA } from "@/lib/accounts/personal-data";

afterAll(() => closeDatabase());

/** The operator's command as npm runs it, with settings of its own. */
async function clubWith(settings: Record<string, string>, ...words: string[]) {
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/club.ts", ...words];
  const env = { ...process.env, ...settings };
  const run = promisify(execFile)(process.execPath, args, { env });
  return run.catch((error: { stdout: string; stderr: string }) => error);
}

const club = (...words: string[]) => clubWith({}, ...words);

test("an erasure does not end with an error after its commit where a letter is half written", async () => {
  const email = `${randomUUID()}@example.org`;
  const { accountId } = await transaction((tx) => makeMember(tx, {}, { email }));
  const folder = path.join(process.env.DATA_DIR ?? "", "mail");
  mkdirSync(folder, { recursive: true });
  const half = path.join(folder, `${accountId}.json`);
  const other = path.join(folder, `other-${accountId}.json`);
  writeFileSync(half, `{"to": "${email}", "text": "Bon`);
  writeFileSync(other, '{"to": "');
  const { stdout, stderr } = await club("erase", email);
  expect(stderr).toBe("");
  expect(stdout).toContain(accountId);
  expect([existsSync(half), existsSync(other)]).toEqual([false, true]);
  rmSync(other);
  const applied = (await club("erasures", "apply")).stdout;
  expect(applied).toContain(`${accountId}.json: erased already`);
}, 60_000);

test("who applied, was invited or came as a guest is erased by their address without an account", async () => {
  const mark = randomUUID();
  const email = `${mark}@example.org`;
  await transaction(async (tx) => {
    const { memberId } = await makeMember(tx);
    await makeApplication(tx, { email, state: "refused", answers: { givenName: mark } });
    const event = await makeOpenEvent(tx);
    await makeGuest(tx, event.id, { email, name: `Guest ${mark}` }, { note: `Note ${mark}` });
    await tx.insert(memberInvitations).values({
      ...{ invitedBy: memberId, email, locale: "fr", tokenHash: randomUUID() },
      ...{ familyName: mark, givenName: "", expiresAt: new Date() },
    });
  });
  expect((await club("erase", email)).stdout).toContain("Erased.");
  const left = await rowsAsText(Object.keys(PERSONAL_DATA));
  expect(left).not.toContain(mark);
  expect((await club("erase", email)).stderr).toContain("Nothing is held");
}, 60_000);

test("the second factor of somebody who lost it is taken off, once", async () => {
  const email = `${randomUUID()}@example.org`;
  await transaction(async (tx) => {
    const { accountId } = await makeAccount(tx, { email, role: "administrator" });
    const inUse = { secret: "sealed", lastStep: 1, confirmedAt: new Date() };
    await tx.insert(secondFactors).values({ accountId, ...inUse });
  });
  expect((await club("second-factor", "reset", email)).stdout).toContain("sessions ended");
  const [mail] = await query((db) =>
    db.select({ kind: mails.kind }).from(mails).where(eq(mails.address, email)),
  );
  expect(mail).toEqual({ kind: "secondFactorReset" });
  expect((await club("second-factor", "reset", email)).stderr).toContain("no second factor");
  expect((await club("second-factor", "reset")).stderr).toContain("Missing: the address");
}, 60_000);

test.each(["erase --help", "retention -h"])(
  "%s gives the help and does nothing",
  async (words) => {
    const { stdout, stderr } = await club(...words.split(" "));
    expect([stdout.split("\n")[0], stderr]).toEqual(["Usage: npm run club -- COMMAND", ""]);
  },
  60_000,
);

test("an address that cannot become an administrator's says what does", async () => {
  const email = `${randomUUID()}@example.org`;
  await transaction((tx) => makeMember(tx, {}, { email }));
  expect((await club("admin", "create", email)).stderr).toContain("on the member's page");
  expect((await club("admin", "link", email)).stderr).toContain("admin create EMAIL");
}, 60_000);

test("a job that is let through says how it ended, one that is not there which there are", async () => {
  const [none, missing] = [await club("jobs", "allow", "swep"), await club("jobs", "allow")];
  expect(none.stderr).toMatch(/No job is called swep\. .*sweep-applications/);
  expect(missing.stderr).toContain("/admin/jobs");
  const owner = connect(process.env.DATABASE_OWNER_URL || databaseUrl());
  await owner`delete from job_runs where task = 'sweep-applications'`;
  await owner`insert into job_runs (task, slot, error, finished_at)
    values ('sweep-applications', '2001-01-01T01', 'AbsurdShare 30/60', now())`;
  expect((await club("jobs", "allow", "sweep-applications")).stdout).toContain("It has run");
  expect((await club("jobs", "allow", "sweep-applications")).stderr).toContain("not stopped");
  await owner`delete from job_runs where task = 'sweep-applications'`;
  await owner.end();
}, 60_000);

test("a database that refuses or is away is told in words, not by a stack", async () => {
  const url = new URL(process.env.DATABASE_OWNER_URL || databaseUrl());
  url.password = "another";
  const refused = await clubWith({ DATABASE_OWNER_URL: url.href }, "retention");
  expect(refused.stderr).toMatch(/password authentication failed.*\nCorrect DATABASE_URL/);
  url.port = "1";
  for (const words of [["retention"], ["secret", "accept"]]) {
    const { stderr } = await clubWith({ DATABASE_OWNER_URL: url.href }, ...words);
    expect(stderr).toBe("The database does not answer. Is it running?\n");
  }
}, 60_000);
