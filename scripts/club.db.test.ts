import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { mails } from "@/db/schema/mail";
import { secondFactors } from "@/db/schema/second-factors";

afterAll(() => closeDatabase());

/** The operator's command as npm runs it. */
async function club(...words: string[]) {
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/club.ts", ...words];
  const run = promisify(execFile)(process.execPath, args, { env: process.env });
  return run.catch((error: { stdout: string; stderr: string }) => error);
}

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
});

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
