import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { makeAccount, makeMember, makeOrganisation } from "@/db/factories";
import { affiliations } from "@/db/schema/affiliations";
import { bringIn } from "@/lib/imports/bring-in.mutations";
import { checkRows } from "@/lib/imports/check-rows";
import { IMPORT_FIELDS } from "@/lib/imports/column-words";
import { guessColumns } from "@/lib/imports/columns";
import { indexPeople } from "@/lib/imports/duplicates";
import { planRows } from "@/lib/imports/plan";
import { readImportFile } from "@/lib/imports/read-file";
import { type FileKind, peopleFile } from "@/lib/imports/template";
import type { Viewer } from "../core/auth/viewer-type";
import { LOCALES, type Locale } from "../core/i18n/locales";
import { listPeopleForFile } from "./people-file.queries";
import { accountFilters } from "./schema";

let administrator: Viewer;
const mark = randomUUID().slice(0, 8);
const everybody = accountFilters.parse({ q: mark });
const people = async (viewer: Viewer, locale: Locale, q = mark) => {
  const found = await listPeopleForFile(viewer, { ...everybody, q }, locale);
  return found.sort((a, b) => (a.email < b.email ? -1 : 1));
};

beforeAll(async () => {
  await transaction(async (tx) => {
    administrator = await makeAccount(tx, { role: "administrator" });
    const person = (n: number) => ({ email: `file-${n}-${mark}@example.org` });
    const joinedOn = "2014-11-20";
    const sectors = ["silk-luxury-fashion"];
    const { memberId } = await makeMember(
      tx,
      { joinedOn, sectors },
      {
        ...person(1),
        paidUntil: "2026-12-31",
      },
    );
    const name = { fr: `Soierie ${mark}`, zh: `丝绸${mark}` };
    const { id: organisationId } = await makeOrganisation(tx, { name, originalLocale: "fr" });
    await tx.insert(affiliations).values({ memberId, organisationId, isMain: true });
    await makeMember(
      tx,
      {
        familyName: "Ouyang",
        givenName: "Nana",
        nameZh: "欧阳娜娜",
        cities: ["shanghai", "shenzhen"],
      },
      { ...person(2), locale: "zh", paidUntil: "2026-12-31" },
    );
    await makeMember(
      tx,
      { familyName: "O’Brien; “Nguyễn”", jobTitle: { en: "Director, exports", zh: "出口总监" } },
      { ...person(3), locale: "en", status: "suspended" },
    );
    await makeMember(
      tx,
      { visibility: { jobTitle: "self" }, jobTitle: { fr: "Secrète" } },
      person(4),
    );
  });
});

test("says of each what they show to the club team, in the words of the file", async () => {
  const [first, , , hidden] = await people(administrator, "fr");
  const organisation = `Soierie ${mark}`;
  expect(first).toMatchObject({ joinedOn: "2014-11-20", locale: "Français", organisation });
  expect(first?.duesPaidUntil).toBe("2026-12-31");
  expect(first?.sectors).toMatch(/^Soie/);
  expect(hidden?.jobTitle).toBe("");
});

test("goes by the list's filters", async () => {
  const suspended = { ...everybody, status: "suspended" as const };
  expect(await listPeopleForFile(administrator, suspended, "en")).toHaveLength(1);
});

test("is nobody's but an administrator's", async () => {
  const others = await transaction(async (tx) => [
    await makeAccount(tx, { role: "moderator" }),
    await makeMember(tx),
    await makeAccount(tx, { role: "administrator", status: "suspended" }),
  ]);
  for (const viewer of others) expect(await people(viewer, "fr")).toEqual([]);
});

const KINDS: FileKind[] = ["csv", "xlsx"];
test.each(LOCALES.flatMap((locale) => KINDS.map((kind) => ({ locale, kind }))))(
  "in $locale as $kind is read again as the same people",
  async ({ locale, kind }) => {
    const before = await people(administrator, locale);
    expect(before).toHaveLength(4);
    const file = readImportFile(await peopleFile({ locale, kind, people: before }));
    const { mapping, left } = guessColumns(file.columns);
    expect([Object.keys(mapping), left]).toEqual([IMPORT_FIELDS, []]);
    const again = `${locale}${kind}${mark.split("").reverse().join("")}`;
    const moved = {
      ...file,
      rows: file.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => cell.replace(`${mark}@`, `${again}@`)),
      })),
    };
    const { people: read, faults } = checkRows(moved, mapping, { locale: "fr" });
    expect(faults).toEqual([]);
    await transaction((tx) => bringIn(tx, administrator, planRows(read, indexPeople([]), {})));
    const after = await people(administrator, locale, again);
    const named = after.map((one) => ({ ...one, email: one.email.replace(again, mark) }));
    expect(named).toEqual(before);
  },
);
