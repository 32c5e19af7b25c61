import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeMember, makeOrganisation } from "@/db/factories";
import { mailKindsTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { mails } from "@/db/schema/mail";
import { hashPassword } from "@/lib/core/auth/password";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { leaveClub } from "./leaving.mutations";
import { listToHandOver } from "./leaving.queries";
import { endMembership } from "./mutations";

afterAll(() => closeDatabase());

const PASSWORD = "confluence-2014-kapok";
let hash: string;
let administrator: Viewer;

beforeAll(async () => {
  hash = await hashPassword(PASSWORD);
  administrator = await transaction((tx) =>
    makeAccount(tx, { role: "administrator", passwordHash: hash }),
  );
});

async function make(values: Partial<typeof accounts.$inferInsert> = {}) {
  const email = `${randomUUID()}@example.org`;
  const lapsedOn = values.status === "lapsed" ? "2026-11-01" : null;
  const viewer = await transaction((tx) =>
    makeMember(tx, {}, { email, passwordHash: hash, lapsedOn, ...values }),
  );
  return { viewer, email };
}

async function manage(people: { memberId: string }[]) {
  return transaction(async (tx) => {
    const { id } = await makeOrganisation(tx);
    for (const [index, { memberId }] of people.entries()) {
      const role = index === 0 ? "manager" : "person";
      await tx.insert(affiliations).values({ memberId, organisationId: id, role, isMain: true });
    }
    return id;
  });
}

const leave = (viewer: Viewer, currentPassword = PASSWORD) =>
  transaction((tx) => leaveClub(tx, viewer, { currentPassword }));
const read = async ({ accountId }: Viewer) => {
  const [row] = await query((db) =>
    db
      .select({ status: accounts.status, role: accounts.role, version: accounts.version })
      .from(accounts)
      .where(eq(accounts.id, accountId)),
  );
  return row;
};
describe("leaving by oneself", () => {
  test.each(["active", "lapsed", "suspended"] as const)(
    "ends a membership that is %s",
    async (status) => {
      const { viewer, email } = await make({ status });
      await leave(viewer);
      expect(await read(viewer)).toMatchObject({ status: "left" });
      expect(await mailKindsTo(email)).toEqual(["membershipEnded"]);
    },
  );

  test("takes a moderator out of the team", async () => {
    const { viewer } = await make({ role: "moderator" });
    await leave(viewer);
    expect(await read(viewer)).toMatchObject({ status: "left", role: "member" });
  });

  test("is refused with a wrong password, twice, and to who is not in yet", async () => {
    const { viewer } = await make();
    await expect(leave(viewer, "x")).rejects.toMatchObject({ code: "wrongPassword" });
    await leave(viewer);
    await expect(leave(viewer)).rejects.toMatchObject({ code: "moveNotAllowed" });
    const pending = await make({ status: "pending" });
    await expect(leave(pending.viewer)).rejects.toMatchObject({ code: "moveNotAllowed" });
  });

  test("waits until the only manager of an organisation with others has handed it over", async () => {
    const [{ viewer }, colleague] = [await make(), await make()];
    await manage([viewer, colleague.viewer]);
    expect(await listToHandOver(viewer, "fr")).toHaveLength(1);
    await expect(leave(viewer)).rejects.toMatchObject({ code: "lastManager" });
    expect(await read(viewer)).toMatchObject({ status: "active" });
    expect(await listToHandOver(colleague.viewer, "fr")).toEqual([]);
    await leave(colleague.viewer);
    expect(await listToHandOver(viewer, "fr")).toEqual([]);
    await leave(viewer);
  });
});

describe("an end that an administrator notes", () => {
  const versionOf = async (of: Viewer) => (await read(of))?.version ?? 0;
  const endAt = (version: number, by: Viewer, of: Viewer, words = "", currentPassword = PASSWORD) =>
    transaction((tx) =>
      endMembership(tx, by, { of: { accountId: of.accountId, version }, currentPassword, words }),
    );
  const end = async (by: Viewer, of: Viewer, words = "") =>
    endAt(await versionOf(of), by, of, words);

  test("is refused without the administrator's password, and nothing has ended", async () => {
    const { viewer, email } = await make();
    const refused = { code: "wrongPassword", field: "currentPassword" };
    const ending = endAt(await versionOf(viewer), administrator, viewer, "", "x");
    await expect(ending).rejects.toMatchObject(refused);
    expect(await read(viewer)).toMatchObject({ status: "active" });
    expect(await mailKindsTo(email)).toEqual([]);
  });

  test("is told with their words", async () => {
    const { viewer, email } = await make();
    await end(administrator, viewer, "Comme convenu.");
    const [mail] = await query((db) =>
      db.select({ kind: mails.kind, data: mails.data }).from(mails).where(eq(mails.address, email)),
    );
    expect(mail).toMatchObject({ kind: "membershipEnded", data: { words: "Comme convenu." } });
  });

  test("is nobody's of their own account, nor of one that is out or not in", async () => {
    await expect(end(administrator, administrator)).rejects.toMatchObject({
      code: "notOnYourself",
    });
    for (const status of ["pending", "left"] as const) {
      const { viewer } = await make({ status });
      await expect(end(administrator, viewer)).rejects.toMatchObject({ code: "moveNotAllowed" });
    }
  });

  test("of two administrators at once the second is told", async () => {
    const { viewer } = await make();
    const other = await transaction((tx) =>
      makeAccount(tx, { role: "administrator", passwordHash: hash }),
    );
    const version = await versionOf(viewer);
    const outcomes = await Promise.allSettled(
      [administrator, other].map((by) => endAt(version, by, viewer)),
    );
    const codes = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(codes).toEqual(["conflict"]);
  });
});
