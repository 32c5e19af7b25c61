import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, query, type Transaction, transaction, workAsOwner } from "@/db/client";
import { makeMember } from "@/db/factories";
import { members } from "@/db/schema/members";
import { today } from "@/lib/core/dates";
import { callForDues } from "@/lib/dues/mutations";
import { getPaidUntil } from "@/lib/dues/own.queries";
import { cancelDues, recordPayment } from "@/lib/dues/payments.mutations";
import { settleName } from "@/lib/members/mutations";
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

/** What a row about the member fills in, within a transaction. */
const fillWith = (tx: Transaction, said: Partial<ImportedPerson>) => {
  const person = {
    ...{ familyName: "Ferrand", givenName: "Odile", nameZh: "", isNameProposed: false },
    ...{ email: "odile@example.org", locale: "fr", jobTitle: {}, organisation: {} },
    ...{ sectors: [], cities: [], joinedOn: null, category: null, duesPaidUntil: null },
    ...said,
  } satisfies ImportedPerson;
  const about = { accountId: member.accountId, person, organisation: null };
  return fillIn(tx, administrator, about);
};

/** A row about the member that says until when they have paid. */
const fill = (duesPaidUntil: string) => transaction((tx) => fillWith(tx, { duesPaidUntil }));

/** Takes back what rows filled in, as an import does; gives who stays. */
const empty = (...filled: (Awaited<ReturnType<typeof fill>> | undefined)[]) => {
  const joined = filled.flatMap((one, row) => (one ? [{ row, ...one }] : []));
  const brought = { organisations: [], people: [], joined };
  return transaction((tx) => takeBack(tx, administrator, brought));
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
  const changed = { version, updatedAt: new Date() };
  if (isChanged) await query((db) => db.update(members).set(changed).where(isMember));
  expect(await empty(filled)).toEqual(isChanged ? [memberId] : []);
  expect(await paidUntil()).toBe(isChanged ? "2026-12-31" : null);
});

describe("a member of unknown date", () => {
  const joinedOn = "2015-03-01";
  const isMember = () => eq(members.id, member.memberId);
  const facts = async () => {
    const known = { joinedOn: members.joinedOn, version: members.version };
    const [row] = await query((db) => db.select(known).from(members).where(isMember()));
    return { joinedOn: row?.joinedOn, version: row?.version ?? 0 };
  };

  beforeEach(() => query((db) => db.update(members).set({ joinedOn: null }).where(isMember())));

  test("no form opened while they were filled in saves over what was saved since it was taken back", async () => {
    const filled = await transaction((tx) => fillWith(tx, { joinedOn }));
    const { version: meanwhile } = await facts();
    expect(await empty(filled)).toEqual([]);
    const save = (version: number) =>
      transaction((tx) => settleName(tx, member, { version, names: null }));
    await save((await facts()).version);
    await expect(save(meanwhile)).rejects.toMatchObject({ code: "conflict" });
  });

  test("two files are taken back one after the other, the later one first", async () => {
    const first = await transaction((tx) => fillWith(tx, { joinedOn }));
    const second = await fill("2026-12-31");
    expect(await empty(second)).toEqual([]);
    expect(await paidUntil()).toBeNull();
    expect(await empty(first)).toEqual([]);
    expect((await facts()).joinedOn).toBeNull();
  });

  test("of two rows about one person both are taken back", async () => {
    const filled = await transaction(async (tx) => [
      await fillWith(tx, { joinedOn }),
      await fillWith(tx, { duesPaidUntil: "2026-12-31" }),
    ]);
    expect(await empty(...filled)).toEqual([]);
    expect([await paidUntil(), (await facts()).joinedOn]).toEqual([null, null]);
  });
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
