import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeCooperation } from "@/db/cooperation-factory";
import type { MembershipStatus, PageVisibility, Role } from "@/db/enums";
import { makeAccount, makeActivity, makeMember, makeOrganisation } from "@/db/factories";
import { activities } from "@/db/schema/activities";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { removeOrganisation } from "./mutations";
import { countDependents } from "./queries";

afterAll(closeDatabase);

type Entered = { visibility: PageVisibility; status?: MembershipStatus; role?: Role };

/** An organisation of one manager, and an activity there of somebody who belongs to it no longer. */
const made = ({ visibility, status = "active", role = "member" }: Entered) =>
  transaction(async (tx) => {
    const manager = await makeMember(tx, {}, { role });
    const gone = await makeMember(tx, {}, { status });
    const organisation = await makeOrganisation(tx, {}, [manager]);
    const values = { visibility, organisationId: organisation.id };
    return { manager, gone, organisation, activity: await makeActivity(tx, gone.memberId, values) };
  });

type Made = Pick<Awaited<ReturnType<typeof made>>, "organisation">;

const count = (viewer: Viewer, { organisation: { id } }: Made) =>
  countDependents(viewer, { id, canEdit: true });

const remove = (viewer: Viewer, { organisation: { id, version } }: Made) =>
  transaction((tx) => removeOrganisation(tx, viewer, { organisationId: id, version }));

async function placeOf({ id }: { id: string }) {
  const [row] = await query((db) =>
    db
      .select({ organisationId: activities.organisationId })
      .from(activities)
      .where(eq(activities.id, id)),
  );
  return row;
}

test.each<Entered>([
  { visibility: "self" },
  { visibility: "team" },
  { visibility: "public", status: "left" },
  { visibility: "self", role: "moderator" },
])("what somebody left behind out of the manager's sight is let go: %j", async (entered) => {
  const { manager, activity, ...rest } = await made(entered);
  expect(await count(manager, rest)).toEqual({ people: 0, activities: 0, agreements: 0 });
  await remove(manager, rest);
  expect(await placeOf(activity)).toEqual({ organisationId: null });
});

test.each<Entered>([
  { visibility: "members" },
  { visibility: "public" },
  { visibility: "team", role: "moderator" },
  { visibility: "public", status: "left", role: "moderator" },
])("what the manager sees keeps it: %j", async (entered) => {
  const { manager, activity, ...rest } = await made(entered);
  expect(await count(manager, rest)).toEqual({ people: 0, activities: 1, agreements: 0 });
  await expect(remove(manager, rest)).rejects.toMatchObject({ code: "organisationInUse" });
  expect(await placeOf(activity)).toEqual({ organisationId: rest.organisation.id });
});

test("one's own activity keeps it, whoever sees it", async () => {
  const { manager, organisation } = await made({ visibility: "self" });
  await transaction((tx) =>
    makeActivity(tx, manager.memberId, { visibility: "self", organisationId: organisation.id }),
  );
  expect(await count(manager, { organisation })).toEqual({
    people: 0,
    activities: 1,
    agreements: 0,
  });
  await expect(remove(manager, { organisation })).rejects.toMatchObject({
    code: "organisationInUse",
  });
});

test("a colleague keeps it, with an activity that nobody else sees", async () => {
  const { organisation, colleague, activity, administrator } = await transaction(async (tx) => {
    const one = await makeMember(tx);
    const place = await makeOrganisation(tx, {}, [one]);
    const values = { visibility: "self", organisationId: place.id } as const;
    return {
      organisation: place,
      colleague: one,
      activity: await makeActivity(tx, one.memberId, values),
      administrator: await makeAccount(tx, { role: "administrator" }),
    };
  });
  expect(await count(administrator, { organisation })).toEqual({
    people: 1,
    activities: 0,
    agreements: 0,
  });
  await expect(remove(administrator, { organisation })).rejects.toMatchObject({
    code: "organisationInUse",
  });
  expect(await placeOf(activity)).toEqual({ organisationId: organisation.id });
  expect(await countDependents(colleague, { id: organisation.id, canEdit: false })).toEqual({
    people: 0,
    activities: 0,
    agreements: 0,
  });
});

test("an agreement to which it is a party keeps it", async () => {
  const { manager, organisation } = await made({ visibility: "self" });
  await transaction(async (tx) => {
    const other = await makeOrganisation(tx, { country: "cn" });
    await makeCooperation(tx, [organisation.id, other.id]);
  });
  expect(await count(manager, { organisation })).toMatchObject({ agreements: 1 });
  await expect(remove(manager, { organisation })).rejects.toMatchObject({
    code: "organisationInUse",
  });
});
