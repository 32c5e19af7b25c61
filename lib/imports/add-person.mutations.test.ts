import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { addPerson } from "./add-person.mutations";
import { addPersonInput } from "./form.schema";

let administrator: Viewer;

beforeAll(async () => {
  administrator = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
});

afterAll(closeDatabase);

const add = (row: Record<string, string>, viewer = administrator) =>
  transaction((tx) => addPerson(tx, viewer, addPersonInput.parse(row)));

const find = async (email: string) => {
  const [person] = await query((db) =>
    db
      .select({ status: accounts.status, slug: members.slug, familyName: members.familyName })
      .from(accounts)
      .innerJoin(members, eq(members.accountId, accounts.id))
      .where(eq(accounts.email, email)),
  );
  return person;
};

test("a Chinese name and an address make a pending person with a Latin name", async () => {
  await add({ nameZh: "欧阳砚霁", email: "ouyang.hand@example.org", locale: "zh" });
  expect(await find("ouyang.hand@example.org")).toMatchObject({
    ...{ status: "pending", familyName: "Ouyang" },
  });
});

test("an address that the club has is refused, and a name that it has is asked about", async () => {
  const email = "known.hand@example.org";
  const known = { familyName: "Handberg", givenName: "Solveig" };
  await transaction((tx) => makeMember(tx, known, { email }));
  await expect(add({ ...known, email, locale: "en" })).rejects.toMatchObject({
    ...{ code: "importAddressKnown", field: "email" },
  });
  const other = { ...known, email: "other.hand@example.org", locale: "en" };
  await expect(add(other)).rejects.toMatchObject({
    ...{ code: "importKnownPerson", field: "isAnother" },
  });
  await add({ ...other, isAnother: "yes" });
  expect(await find(other.email)).toMatchObject({ status: "pending" });
});

test("moderators add nobody", async () => {
  const moderator = await transaction((tx) => makeAccount(tx, { role: "moderator" }));
  const row = {
    familyName: "Perrin",
    givenName: "Ana",
    email: "ana.hand@example.org",
    locale: "fr",
  };
  await expect(add(row, moderator)).rejects.toMatchObject({ code: "notFound" });
});

test("a form says what is missing where it is", () => {
  const read = addPersonInput.safeParse({
    familyName: "Perrin",
    givenName: "",
    email: "no",
    locale: "fr",
  });
  const faults = read.error?.issues.map(({ path, message }) => [path.join("."), message]);
  expect(faults).toEqual(
    expect.arrayContaining([
      ["email", "notAnEmail"],
      ["givenName", "required"],
    ]),
  );
});
