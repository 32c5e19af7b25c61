import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { query, transaction } from "@/db/client";
import { makeCooperation } from "@/db/cooperation-factory";
import { makeActivity, makeMember, makeOrganisation } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { organisations } from "@/db/schema/organisations";
import { listLiving } from "./living.queries";

const leads = (...addresses: string[]) => addresses.map((leadsTo) => ({ leadsTo }));

test("a whole list is led to while it has something", async () => {
  expect([...(await listLiving(leads("/activities?city=lanzhou"), "fr"))]).toEqual([]);
  await transaction(async (tx) => {
    const { memberId } = await makeMember(tx);
    await makeActivity(tx, memberId, { visibility: "public", cities: ["lanzhou"] });
  });
  const asked = leads("/activities", "/activities?city=lanzhou", "/activities?city=hohhot");
  expect([...(await listLiving(asked, "en")).values()]).toEqual([
    "Members’ activities",
    "Activities in Lanzhou",
  ]);
});

test("an item leads to what anybody may read, and to nothing that is empty, hidden or gone", async () => {
  const [open, shy] = await transaction(async (tx) => [
    await makeOrganisation(tx, {
      name: { fr: "Maison ouverte", zh: "开放之家" },
      visibility: "public",
    }),
    await makeOrganisation(tx, { name: { fr: "Maison discrète" }, visibility: "members" }),
  ]);
  const addresses = [open, shy].map(({ slug }) => `/organisations/${slug}`);
  const asked = leads(
    ...addresses,
    "/organisations/nowhere",
    "/experiences/topics/public-affairs",
    "/nowhere",
  );
  expect([...(await listLiving(asked, "zh"))]).toEqual([[addresses[0], "开放之家"]]);
  await query((db) =>
    db.update(organisations).set({ hiddenAt: new Date() }).where(eq(organisations.id, open.id)),
  );
  expect([...(await listLiving(asked, "fr"))]).toEqual([]);
});

test("an agreement that has closed to visitors is led to no more", async () => {
  const [owner, { slug }] = await transaction(async (tx) => {
    const member = await makeMember(tx);
    const parties = [(await makeOrganisation(tx)).id, (await makeOrganisation(tx)).id];
    const online = { moderation: "published", ownerId: member.memberId } as const;
    return [member, await makeCooperation(tx, parties, online)] as const;
  });
  const found = async () => [...(await listLiving(leads(`/cooperations/${slug}`), "fr")).keys()];
  expect(await found()).toEqual([`/cooperations/${slug}`]);
  await query((db) =>
    db.update(accounts).set({ isOpen: false }).where(eq(accounts.id, owner.accountId)),
  );
  expect(await found()).toEqual([]);
});
