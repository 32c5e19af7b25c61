import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, transaction, workAsOwner } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { affiliationRequests, affiliations } from "@/db/schema/affiliations";
import { consents } from "@/db/schema/consents";
import { memberContacts, members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import type { StoredBrought } from "@/db/stored";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { bringIn } from "./bring-in.mutations";
import { fillIn } from "./fill-in.mutations";
import type { ImportedPerson } from "./schema";
import { takeBack } from "./take-back.mutations";

// As the worker does.
workAsOwner(60_000);

let administrator: Viewer;
let came: ImportedPerson;
let brought: StoredBrought;

beforeAll(async () => {
  administrator = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
});

beforeEach(async () => {
  const name = randomUUID().replaceAll(/[^a-z]/g, "");
  came = {
    ...{ familyName: `Ferrand${name}`, givenName: "Odile", nameZh: "", isNameProposed: false },
    ...{ email: `${name}-${randomUUID()}@example.org`, locale: "fr", jobTitle: {} },
    ...{ organisation: { fr: `Maison ${name}` }, sectors: [], cities: [] },
    ...{ joinedOn: null, category: null, duesPaidUntil: null },
  };
  const planned = { row: 1, person: came, duplicate: { kind: "none" }, act: "new" } as const;
  brought = await transaction((tx) => bringIn(tx, administrator, [planned]));
});

afterAll(closeDatabase);

const back = () => transaction((tx) => takeBack(tx, administrator, brought));

const ids = () => {
  const [person] = brought.people;
  const [organisationId = ""] = brought.organisations;
  return { accountId: "", memberId: "", ...person, organisationId };
};

type Ids = ReturnType<typeof ids>;
type Change = (tx: Parameters<Parameters<typeof transaction>[0]>[0], of: Ids) => Promise<unknown>;

const account =
  (values: Partial<typeof accounts.$inferInsert>): Change =>
  (tx, { accountId }) =>
    tx.update(accounts).set(values).where(eq(accounts.id, accountId));

const member =
  (values: Partial<typeof members.$inferInsert>): Change =>
  (tx, { memberId }) =>
    tx.update(members).set(values).where(eq(members.id, memberId));

const contact =
  (values: Partial<typeof memberContacts.$inferInsert>): Change =>
  (tx, { memberId }) =>
    tx.update(memberContacts).set(values).where(eq(memberContacts.memberId, memberId));

const placed =
  (values: Partial<typeof affiliations.$inferInsert>): Change =>
  (tx, { memberId }) =>
    tx.update(affiliations).set(values).where(eq(affiliations.memberId, memberId));

test("who was brought in goes as they came, with their organisation", async () => {
  expect(await back()).toEqual([]);
});

test("who was filled in by another file goes, too, once that one is taken back", async () => {
  const { accountId } = ids();
  const person = { ...came, joinedOn: "2015-03-01" };
  const about = { accountId, person, organisation: null };
  const filled = await transaction((tx) => fillIn(tx, administrator, about));
  if (!filled) throw new Error("nothing was filled in");
  const other = { organisations: [], people: [], joined: [{ row: 2, ...filled }] };
  expect(await transaction((tx) => takeBack(tx, administrator, other))).toEqual([]);
  expect(await back()).toEqual([]);
});

test.each<[string, Change]>([
  ["has looked in", account({ lastSeenAt: new Date() })],
  ["has a password", account({ passwordHash: "some hash" })],
  [
    "has agreed to something",
    (tx, { accountId }) =>
      tx.insert(consents).values({ accountId, purpose: "charter", textVersion: 1, locale: "fr" }),
  ],
  ["was taken down", member({ hiddenAt: new Date() })],
  ["was corrected by the club team", member({ version: 2, updatedAt: new Date() })],
  ["has another address", account({ version: 2 })],
  ["has come in", account({ status: "active" })],
  ["was made a moderator", account({ role: "moderator" })],
  ["keeps their name as it is", member({ nameKeptAt: new Date() })],
  ["has a telephone", contact({ phone: "+33 4 00 00 00 00" })],
  ["has a WeChat id", contact({ wechat: "wenqi_zhao" })],
  ["has a position in their organisation", placed({ position: { fr: "Directrice" } })],
  ["was made a manager", placed({ role: "manager" })],
  [
    "asks to manage it",
    (tx, { memberId, organisationId }) =>
      tx.insert(affiliationRequests).values({ memberId, organisationId, kind: "claim", words: "" }),
  ],
])("who %s since stays, and so does where they belong", async (_what, change) => {
  const { memberId, organisationId } = ids();
  await transaction((tx) => change(tx, ids()));
  expect((await back()).sort()).toEqual([memberId, organisationId].sort());
});

test("an organisation that somebody has edited since stays", async () => {
  const { organisationId } = ids();
  const isIt = eq(organisations.id, organisationId);
  await transaction((tx) => tx.update(organisations).set({ version: 2 }).where(isIt));
  expect(await back()).toEqual([organisationId]);
});
