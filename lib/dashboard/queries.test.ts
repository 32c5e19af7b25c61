import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import {
  makeAccount,
  makeActivity,
  makeApplication,
  makeMember,
  makeOrganisation,
} from "@/db/factories";
import { affiliationRequests, organisationInvitations } from "@/db/schema/affiliations";
import { getFirstSteps, listOwnInvitations } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

let newcomer: Member;
let settled: Member;

const day = 86_400_000;

const answers = {
  activityKinds: ["sourcing", "export"],
  activityStage: "exploring",
  cities: ["shenzhen"],
  sectors: ["energy"],
};

const apply = (accountId: string, decidedAt: Date) =>
  transaction((tx) => makeApplication(tx, { state: "approved", answers, accountId, decidedAt }));

beforeAll(async () => {
  await transaction(async (tx) => {
    newcomer = await makeMember(tx);
    settled = await makeMember(tx);
    await makeOrganisation(tx, {}, [settled]);
    await makeActivity(tx, settled.memberId, { kind: "export" });
    await makeActivity(tx, settled.memberId, { kind: "export" });
  });
  await apply(newcomer.accountId, new Date());
  await apply(settled.accountId, new Date(Date.now() - 200 * day));
});

afterAll(closeDatabase);

test("a newcomer has nothing yet, and their application tells what comes first", async () => {
  expect(await getFirstSteps(newcomer)).toEqual({
    hasOrganisation: false,
    ownKinds: [],
    applied: {
      activityKinds: ["sourcing", "export"],
      stage: "exploring",
      cities: ["shenzhen"],
      sectors: ["energy"],
    },
  });
});

test("an old application is not brought up again, a kind counts once", async () => {
  expect(await getFirstSteps(settled)).toEqual({
    hasOrganisation: true,
    ownKinds: ["export"],
    applied: null,
  });
});

test("whoever has asked to join an organisation is not asked to add one", async () => {
  const { id: organisationId } = await transaction((tx) => makeOrganisation(tx));
  const { memberId } = newcomer;
  await query((db) =>
    db.insert(affiliationRequests).values({ organisationId, memberId, kind: "join" }),
  );
  expect(await getFirstSteps(newcomer)).toMatchObject({ hasOrganisation: true });
});

test("a club account without a profile has no first steps", async () => {
  const account = await transaction((tx) => makeAccount(tx));
  expect(await getFirstSteps(account)).toBeNull();
});

test("open invitations to one's own address, not those that ran out, are hidden, another's or of no manager", async () => {
  const email = `invited-${newcomer.memberSlug}@example.org`;
  const invited = await transaction((tx) => makeMember(tx, {}, { email }));
  const invite = async (
    values: Partial<typeof organisationInvitations.$inferInsert>,
    visibility: "members" | "team" = "members",
  ) => {
    const inviter = await transaction((tx) => makeMember(tx));
    const organisation = await transaction((tx) =>
      makeOrganisation(tx, { name: { fr: "Textilane" }, visibility }, [inviter]),
    );
    await query((db) =>
      db.insert(organisationInvitations).values({
        organisationId: organisation.id,
        email,
        locale: "fr",
        invitedBy: inviter.memberId,
        tokenHash: organisation.slug,
        expiresAt: new Date(Date.now() + day),
        ...values,
      }),
    );
    return organisation.slug;
  };
  const slug = await invite({});
  await invite({ state: "declined" });
  await invite({ expiresAt: new Date(Date.now() - day) });
  await invite({ email: "somebody-else@example.org" });
  await invite({ invitedBy: settled.memberId });
  await invite({}, "team");
  expect(await listOwnInvitations(invited, "fr")).toEqual([{ organisation: "Textilane", slug }]);
  expect(await listOwnInvitations(newcomer, "fr")).toEqual([]);
});
