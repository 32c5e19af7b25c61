import { randomUUID } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { organisationInvitations } from "@/db/schema/affiliations";
import { mails } from "@/db/schema/mail";
import { inviteColleague } from "@/lib/affiliations/invitations.mutations";
import { today } from "@/lib/core/dates";
import { sweep } from "./sweep";

// Jobs are run and noted by the owner of the tables: the worker.
workAsOwner(20_000);

afterAll(closeDatabase);

test("an invited address is forgotten a month after its link ran out, not before", async () => {
  const email = `${randomUUID()}@example.org`;
  await transaction(async (tx) => {
    const manager = await makeMember(tx);
    const { id } = await makeOrganisation(tx, {}, [manager]);
    const input = { organisationId: id, email, locale: "fr", role: "person" } as const;
    await inviteColleague(tx, manager, input);
  });
  const isKept = async (daysAgo: number) => {
    await query((db) =>
      db
        .update(organisationInvitations)
        .set({ expiresAt: sql`now() - make_interval(days => ${daysAgo})` })
        .where(eq(organisationInvitations.email, email)),
    );
    await sweep(today());
    const rows = await query((db) =>
      db
        .select({ id: organisationInvitations.id })
        .from(organisationInvitations)
        .where(eq(organisationInvitations.email, email)),
    );
    return rows.length === 1;
  };
  expect(await isKept(29)).toBe(true);
  expect(await isKept(31)).toBe(false);
});

test("nor does the mail that carried the link keep the address", async () => {
  const [address, member] = [`${randomUUID()}@example.org`, `${randomUUID()}@example.org`];
  const kind = "organisationInvitation";
  const at = (days: number) => sql`now() - make_interval(days => ${days}::int)`;
  const { accountId } = await transaction((tx) => makeMember(tx));
  await transaction((tx) =>
    tx.insert(mails).values([
      { address, kind, locale: "fr", createdAt: at(61) },
      { address, kind, locale: "zh", createdAt: at(59) },
      { address: member, accountId, kind, locale: "fr", createdAt: at(61) },
    ]),
  );
  await sweep(today());
  const kept = await query((db) =>
    db
      .select({ locale: mails.locale, accountId: mails.accountId })
      .from(mails)
      .where(inArray(mails.address, [address, member]))
      .orderBy(mails.locale),
  );
  expect(kept).toEqual([
    { locale: "fr", accountId },
    { locale: "zh", accountId: null },
  ]);
});
