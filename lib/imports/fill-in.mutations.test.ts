import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeMember } from "@/db/factories";
import { members } from "@/db/schema/members";
import { today } from "@/lib/core/dates";
import { callForDues } from "@/lib/dues/mutations";
import { getPaidUntil } from "@/lib/dues/own.queries";
import { cancelDues, recordPayment } from "@/lib/dues/payments.mutations";
import { fillIn } from "./fill-in.mutations";
import type { ImportedPerson } from "./schema";
import { takeBack } from "./take-back.mutations";

// As the worker does.
workAsOwner(60_000);

afterAll(closeDatabase);

type Member = Awaited<ReturnType<typeof makeMember>>;

const YEAR = Number(today().slice(0, 4));
let administrator: Member;
let member: Member;

beforeEach(async () => {
  await transaction(async (tx) => {
    administrator = await makeMember(tx, {}, { role: "administrator" });
    member = await makeMember(tx, { joinedOn: "2014-11-20" });
  });
});

/** A row about the member that says until when they have paid. */
const fill = (duesPaidUntil: string) => {
  const person = {
    ...{ familyName: "Ferrand", givenName: "Odile", nameZh: "", isNameProposed: false },
    ...{ email: "odile@example.org", locale: "fr", jobTitle: {}, organisation: {} },
    ...{ sectors: [], cities: [], joinedOn: null, category: null, duesPaidUntil },
  } satisfies ImportedPerson;
  const about = { accountId: member.accountId, person, organisation: null };
  return transaction((tx) => fillIn(tx, administrator, about));
};

const paidUntil = () => getPaidUntil(administrator, member.accountId);

test("a row says until when somebody has paid where the club does not know", async () => {
  expect(await fill("2026-12-31")).toMatchObject({ filled: ["duesPaidUntil"] });
  expect(await fill("2027-12-31")).toBeNull();
  expect(await paidUntil()).toBe("2026-12-31");
});

test.each([
  ["is emptied again", false],
  ["stays where the member has changed since", true],
] as const)("what was filled in %s, once it is taken back", async (_what, isChanged) => {
  const { memberId } = member;
  const filled = await fill("2026-12-31");
  if (!filled) throw new Error("nothing was filled in");
  const isMember = eq(members.id, memberId);
  const version = filled.version + 1;
  if (isChanged) await query((db) => db.update(members).set({ version }).where(isMember));
  const brought = { organisations: [], people: [], joined: [{ row: 1, ...filled }] };
  const kept = await transaction((tx) => takeBack(tx, administrator, brought));
  expect(kept).toEqual(isChanged ? [memberId] : []);
  expect(await paidUntil()).toBe(isChanged ? "2026-12-31" : null);
});

test("what a receipt says is not written a second time by a file, so that cancelling it takes it back", async () => {
  const { accountId } = member;
  const asked = { accountId, covers: [accountId], year: YEAR, amount: 100, address: "" };
  const { id } = await transaction((tx) => callForDues(tx, administrator, asked));
  const paid = { documentId: id, paidOn: today(), way: "cash", reference: "" } as const;
  const receipt = await transaction((tx) => recordPayment(tx, administrator, paid));
  const exported = await paidUntil();
  expect(exported).toBe(`${YEAR}-12-31`);
  expect(await fill(exported ?? "")).toBeNull();
  const cancelled = { documentId: receipt.id, words: "Impayé" };
  await transaction((tx) => cancelDues(tx, administrator, cancelled));
  expect(await paidUntil()).toBeNull();
});
