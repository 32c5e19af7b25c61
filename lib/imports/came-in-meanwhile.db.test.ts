import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { makeArrival } from "@/db/arrival-factory";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeOrganisation } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import { fillIn } from "./fill-in.mutations";
import { addPersonInput } from "./form.schema";

afterAll(closeDatabase);

test("what somebody who comes in at this moment leaves empty is theirs to fill", async () => {
  const { administrator, arrival, organisation } = await transaction(async (tx) => ({
    administrator: await makeAccount(tx, { role: "administrator" }),
    arrival: await makeArrival(tx),
    organisation: await makeOrganisation(tx),
  }));
  const { accountId } = arrival;
  const nothing = { nameZh: null, cities: [], sectors: [] };
  await query((db) => db.update(members).set(nothing).where(eq(members.accountId, accountId)));
  const { person } = addPersonInput.parse({
    familyName: "Quilbertin",
    givenName: "Odile",
    nameZh: "归奥迪",
    email: `${crypto.randomUUID()}@example.org`,
    locale: "fr",
    cities: "Ningbo",
  });
  let held = () => {};
  const isHeld = new Promise<void>((resolve) => {
    held = resolve;
  });
  // What `comeIn` holds until it stands.
  const comesIn = transaction(async (tx) => {
    await tx.update(accounts).set({ status: "active" }).where(eq(accounts.id, accountId));
    await tx.update(members).set({ cities: [] }).where(eq(members.accountId, accountId));
    held();
    await sleep(500);
  });
  await isHeld;
  await transaction((tx) => fillIn(tx, administrator, { accountId, person, organisation }));
  await comesIn;
  const { nameZh, cities, id } = members;
  const [row] = await query((db) =>
    db
      .select({ nameZh, cities, placed: db.$count(affiliations, eq(affiliations.memberId, id)) })
      .from(members)
      .where(eq(members.accountId, accountId)),
  );
  expect(row).toEqual({ nameZh: null, cities: [], placed: 0 });
});
