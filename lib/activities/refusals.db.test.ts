import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, type Transaction, transaction } from "@/db/client";
import { makeActivity, makeMember, makeOrganisation } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { affiliations } from "@/db/schema/affiliations";
import { type ActivityChange, changeActivity, confirmActivity, removeActivity } from "./mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;

let owner: Member;
let other: Member;
let manager: Member;
let organisation: { id: string };

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx);
    other = await makeMember(tx);
    manager = await makeMember(tx);
    organisation = await makeOrganisation(tx, {}, [manager, owner]);
  });
});

afterAll(closeDatabase);

const edited: ActivityChange = {
  kind: "export",
  direction: "lyon-to-china",
  stage: "operating",
  headcountBand: null,
  partner: null,
  sectors: ["energy"],
  cities: ["guangzhou"],
  since: 2019,
  until: null,
  originalLocale: "fr",
  title: { fr: "Thé" },
  summary: {},
};

const make = (values?: Parameters<typeof makeActivity>[2]) =>
  transaction((tx) => makeActivity(tx, owner.memberId, values));

const change = (viewer: Member, activityId: string, values: Partial<ActivityChange> = {}) =>
  transaction((tx) =>
    changeActivity(tx, viewer, { activityId, version: 1, content: { ...edited, ...values } }),
  );

type Verb = (
  tx: Transaction,
  viewer: Member,
  input: { activityId: string; version: number },
) => Promise<unknown>;

const VERBS: [string, Verb][] = [
  ["changeActivity", (tx, who, input) => changeActivity(tx, who, { ...input, content: edited })],
  ["confirmActivity", confirmActivity],
  ["removeActivity", removeActivity],
];

describe.each(VERBS)("%s", (_name, verb) => {
  const run = (viewer: Member, activityId: string, version = 1) =>
    transaction((tx) => verb(tx, viewer, { activityId, version }));

  test("refuses everybody else, as if it did not exist", async () => {
    const { id } = await make({ organisationId: organisation.id, visibility: "public" });
    const strangers = await transaction(async (tx) => {
      const colleague = await makeMember(tx);
      const place = { memberId: colleague.memberId, organisationId: organisation.id };
      await tx.insert(affiliations).values(place);
      const moderator = await makeMember(tx, {}, { role: "moderator" });
      const suspended = { ...owner, status: "suspended" } as Member;
      const suspendedManager = { ...manager, status: "suspended" } as Member;
      return [other, colleague, moderator, suspended, suspendedManager];
    });
    for (const viewer of strangers) {
      await expect(run(viewer, id)).rejects.toMatchObject({ code: "notFound" });
    }
    expect(await eventsOn(id)).toEqual([]);
  });

  test("refuses a manager what its member keeps from them", async () => {
    for (const visibility of ["self", "team"] as const) {
      const { id } = await make({ organisationId: organisation.id, visibility });
      await expect(run(manager, id)).rejects.toMatchObject({ code: "notFound" });
    }
  });

  test("tells who comes too late", async () => {
    const { id } = await make();
    await change(owner, id);
    await expect(run(owner, id, 1)).rejects.toMatchObject({ code: "conflict" });
    await expect(run(owner, crypto.randomUUID())).rejects.toMatchObject({ code: "notFound" });
  });
});

test("of two changes at once one stands and the other is told", async () => {
  const { id } = await make();
  const both = await Promise.allSettled([
    change(owner, id, { since: 2001 }),
    change(owner, id, { since: 2002 }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const lost = both.find((one) => one.status === "rejected");
  expect(lost?.reason).toMatchObject({ code: "conflict" });
  expect(await eventsOn(id)).toEqual(["activity.changed"]);
});
