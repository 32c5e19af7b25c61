import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction, workAsOwner } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { createFirstAdministrator } from "@/lib/accounts/mutations";
import { listReaders } from "@/lib/core/auth/reader";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { bringIn } from "@/lib/imports/bring-in.mutations";
import { checkRows } from "@/lib/imports/check-rows";
import { IMPORT_FIELDS } from "@/lib/imports/column-words";
import { guessColumns } from "@/lib/imports/columns";
import { indexPeople } from "@/lib/imports/duplicates";
import { planRows } from "@/lib/imports/plan";
import { readImportFile } from "@/lib/imports/read-file";
import { type FileKind, peopleFile } from "@/lib/imports/template";
import { settleNames } from "@/lib/members/settled-names";
import { listPeopleForFile } from "@/lib/moderation/people-file.queries";
import { accountFilters } from "@/lib/moderation/schema";
import { provideDatabase } from "../test-database.mjs";
import { seedDemoClub } from "./demo-club";
import { filledClub, SIZE } from "./filled-club";

/** The last suite here: it goes on in databases of its own. */
const opened: (() => Promise<void>)[] = [];

afterAll(async () => {
  await closeDatabase();
  for (const remove of opened) await remove();
}, 60_000);

async function go(env: Record<string, string>): Promise<void> {
  await closeDatabase();
  Object.assign(process.env, env);
  workAsOwner(240_000);
}

async function goToEmpty(): Promise<void> {
  const { env, remove } = await provideDatabase();
  opened.push(remove);
  await go(env);
}

const ADMINISTRATOR = "secretary@example.org";

async function asAdministrator(): Promise<Viewer> {
  await transaction((tx) => createFirstAdministrator(tx, ADMINISTRATOR));
  const [viewer] = await listReaders(eq(accounts.email, ADMINISTRATOR));
  if (!viewer) throw new Error("nobody to take the file out");
  return viewer;
}

const list = (viewer: Viewer, locale: Locale) =>
  listPeopleForFile(viewer, accountFilters.parse({}), locale);

/** Takes everybody out as a file and reads it. */
async function takeOut(viewer: Viewer, locale: Locale, kind: FileKind) {
  const said = await list(viewer, locale);
  const file = readImportFile(await peopleFile({ locale, kind, people: said }));
  const { people, faults } = checkRows(file, guessColumns(file.columns).mapping, { locale });
  expect(faults).toEqual([]);
  return { said, people };
}

/** Everybody who was taken out comes into a club without anybody, and is taken out again. */
async function comeBack({ said, people }: Awaited<ReturnType<typeof takeOut>>, locale: Locale) {
  await goToEmpty();
  const viewer = await asAdministrator();
  await transaction((tx) => bringIn(tx, viewer, planRows(people, indexPeople([]), {})));
  const again = await list(viewer, locale);
  expect(again).toHaveLength(said.length);
  const byAddress = new Map(again.map((one) => [one.email, one]));
  // Chinese characters in the fields of Latin letters go where they belong.
  const due = said.map((one) => ({ ...one, ...settleNames(one) }));
  return due.flatMap((was) =>
    IMPORT_FIELDS.flatMap((field) => {
      const is = byAddress.get(was.email)?.[field];
      return is === was[field] ? [] : [`${was.email} ${field}: ${was[field]} → ${is}`];
    }),
  );
}

test(`${SIZE.members} people taken out as a file come in as they were`, async () => {
  await go(filledClub().env);
  const taken = await takeOut(await asAdministrator(), "zh", "xlsx");
  expect(taken.said.length).toBe(SIZE.members);
  expect(await comeBack(taken, "zh")).toEqual([]);
}, 300_000);

test("so do those of the demo club, in each language", async () => {
  await goToEmpty();
  expect(await seedDemoClub()).not.toBeNull();
  const viewer = await asAdministrator();
  const taken = [
    ["fr", await takeOut(viewer, "fr", "csv")],
    ["en", await takeOut(viewer, "en", "xlsx")],
    ["zh", await takeOut(viewer, "zh", "csv")],
  ] as const;
  for (const [locale, them] of taken) {
    expect(them.said.length).toBeGreaterThan(20);
    expect(await comeBack(them, locale)).toEqual([]);
  }
}, 180_000);
