import { expect, test } from "vitest";
import { findDuplicate, indexPeople, type NamedPerson } from "./duplicates";

const WU: NamedPerson = {
  email: "wu@example.org",
  familyName: "Wu",
  givenName: "Jialing",
  nameZh: "吴佳绫",
  organisations: [{ fr: "Soierie Montbrelant SAS", zh: "蒙布雷朗丝绸有限公司" }],
};
const LONE = {
  ...WU,
  email: "lone@example.org",
  familyName: "Lefèvre",
  givenName: "Zoé",
  nameZh: null,
};
const KNOWN = indexPeople([
  { ...WU, id: "wu" },
  { ...LONE, organisations: [], id: "lone" },
]);

const STRANGER = { ...WU, email: "other@example.org" };

test.each<[string, Partial<NamedPerson>, string, string?]>([
  ["one address", { email: "WU@example.org", familyName: "X", nameZh: null }, "exact", "address"],
  ["name and organisation", {}, "likely", "nameAndOrganisation"],
  [
    "parts of the name turned",
    { familyName: "JIALING", givenName: "WU", nameZh: null },
    "likely",
    "nameAndOrganisation",
  ],
  [
    "the Chinese name alone, in traditional characters",
    { familyName: "Ng", givenName: "K.", nameZh: "吳 佳綾" },
    "likely",
    "nameAndOrganisation",
  ],
  [
    "the organisation in its other script",
    { organisations: [{ zh: "蒙布雷朗丝绸" }] },
    "likely",
    "nameAndOrganisation",
  ],
  ["an organisation that one of both names", { organisations: [] }, "likely", "name"],
  [
    "the other way round",
    { familyName: "Lefevre", givenName: "Zoe", nameZh: null },
    "likely",
    "name",
  ],
  ["another organisation", { organisations: [{ fr: "Autre maison" }] }, "none"],
  ["another name in the same organisation", { givenName: "Yan", nameZh: "吴燕" }, "none"],
  ["no name", { familyName: "", givenName: "", nameZh: null }, "none"],
])("%s", (_, changed, kind, reason) => {
  const found = findDuplicate({ ...STRANGER, ...changed }, KNOWN);
  expect([found.kind, "reason" in found ? found.reason : undefined]).toEqual([kind, reason]);
});

test("a colleague of the same name comes before a namesake without organisation", () => {
  const known = indexPeople([
    { ...WU, id: "lone", email: "b@example.org", organisations: [] },
    { ...WU, id: "colleague" },
  ]);
  expect(findDuplicate(STRANGER, known)).toMatchObject({ id: "colleague" });
});
