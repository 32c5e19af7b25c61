import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { mails } from "@/db/schema/mail";
import { secondFactors } from "@/db/schema/second-factors";

afterAll(() => closeDatabase());

/** The operator's command as npm runs it. */
async function club(...words: string[]) {
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/club.ts", ...words];
  const run = promisify(execFile)(process.execPath, args, { env: process.env });
  return run.catch((error: { stdout: string; stderr: string }) => error);
}

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
});
