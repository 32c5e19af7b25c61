import { randomUUID } from "node:crypto";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeApplication, makeOrganisation } from "@/db/factories";
import { accountLinks, accounts } from "@/db/schema/accounts";
import { applications } from "@/db/schema/applications";
import { auditEvents } from "@/db/schema/audit";
import { consents } from "@/db/schema/consents";
import { mails } from "@/db/schema/mail";
import { memberContacts } from "@/db/schema/members";
import { decisions } from "@/db/schema/moderation";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { nameKeys } from "@/lib/organisations/names";
import { approveApplication } from "./mutations";

let staff: Viewer;
let made = 0;

beforeAll(async () => {
  staff = await transaction((tx) => makeAccount(tx, { role: "moderator" }));
});

afterAll(() => closeDatabase());

const ANSWERS = {
  familyName: "Wang",
  givenName: "Wei",
  organisationKind: "start-up",
  country: "cn",
  headOffice: "guangzhou",
  headcount: "10-49",
  sectors: ["machinery-metal"],
  pitch: { fr: "Une soierie." },
};

async function onDesk(answers: object = {}) {
  const legalName = `Jinzhi Silk no. ${made++}`;
  const { id, email, version } = await transaction((tx) =>
    makeApplication(tx, {
      state: "under-review",
      takenBy: staff.accountId,
      takenAt: new Date(),
      answers: { ...ANSWERS, legalName, ...answers },
    }),
  );
  return { applicationId: id, email, version, legalName };
}

type Desk = Awaited<ReturnType<typeof onDesk>>;

const approve = ({ applicationId, version }: Desk, organisation = "new") =>
  transaction((tx) =>
    approveApplication(tx, staff, { applicationId, version, organisation, words: "" }),
  );

const accountsAt = (email: string) =>
  query((db) => db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email)));

/** No member, mail, decision, event or given consent is left, and the application is where it was. */
async function untouched({ applicationId, email }: Desk) {
  const [row] = await query((db) =>
    db
      .select({ state: applications.state, accountId: applications.accountId })
      .from(applications)
      .where(eq(applications.id, applicationId)),
  );
  expect(row).toEqual({ state: "under-review", accountId: null });
  const left = await query((db) =>
    Promise.all([
      db.select({ id: mails.id }).from(mails).where(eq(mails.address, email)),
      db.select({ id: decisions.id }).from(decisions).where(eq(decisions.subjectId, applicationId)),
      db
        .select({ id: auditEvents.id })
        .from(auditEvents)
        .where(eq(auditEvents.subjectId, applicationId))
        .orderBy(auditEvents.id),
      db
        .select({ id: consents.id })
        .from(consents)
        .where(and(eq(consents.applicationId, applicationId), isNotNull(consents.accountId))),
      db
        .select({ id: memberContacts.memberId })
        .from(memberContacts)
        .where(eq(memberContacts.email, email)),
    ]),
  );
  expect(left).toEqual([[], [], [], [], []]);
}

test("an approval leaves nothing when the organisation exists by its name", async () => {
  const desk = await onDesk();
  const { legalName } = desk;
  await transaction((tx) =>
    makeOrganisation(tx, { name: { en: legalName }, nameKeys: nameKeys([legalName]) }),
  );
  await expect(approve(desk)).rejects.toMatchObject({
    code: "organisationKnown",
    field: "organisation",
  });
  expect(await accountsAt(desk.email)).toEqual([]);
  await untouched(desk);
  await approve(desk, "another");
  expect(await accountsAt(desk.email)).toHaveLength(1);
});

test("an approval leaves nothing when its number is taken, also as another one", async () => {
  const uscc = "91440101MA9W00001Q";
  await transaction((tx) => makeOrganisation(tx, { country: "cn", uscc }));
  const desk = await onDesk({ registrationId: uscc });
  for (const organisation of ["new", "another"]) {
    await expect(approve(desk, organisation)).rejects.toMatchObject({
      code: "organisationKnown",
    });
  }
  await untouched(desk);
});

test("an approval leaves nothing when the address got an account meanwhile", async () => {
  const desk = await onDesk();
  const { accountId } = await transaction((tx) => makeAccount(tx, { email: desk.email }));
  await expect(approve(desk)).rejects.toMatchObject({ code: "accountExists" });
  expect(await accountsAt(desk.email)).toEqual([{ id: accountId }]);
  await untouched(desk);
});

test("an approval leaves nothing when a member may still come back to the address", async () => {
  const desk = await onDesk();
  const { accountId } = await transaction((tx) => makeAccount(tx));
  await query((db) =>
    db.insert(accountLinks).values({
      accountId,
      purpose: "undo-address",
      email: desk.email,
      tokenHash: randomUUID(),
      expiresAt: sql`now() + interval '7 days'`,
    }),
  );
  await expect(approve(desk)).rejects.toMatchObject({ code: "accountExists" });
  expect(await accountsAt(desk.email)).toEqual([]);
  await untouched(desk);
});

test("an approval leaves nothing when the organisation to join does not exist, or none was described", async () => {
  const desk = await onDesk({ organisationKind: undefined });
  const nowhere = "5b0c6f7e-0000-4000-8000-000000000000";
  await expect(approve(desk, nowhere)).rejects.toMatchObject({ code: "notFound" });
  await expect(approve(desk)).rejects.toMatchObject({ code: "organisationIncomplete" });
  expect(await accountsAt(desk.email)).toEqual([]);
  await untouched(desk);
});
