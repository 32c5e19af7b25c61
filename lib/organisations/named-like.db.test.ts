import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import type { PageVisibility } from "@/db/enums";
import { makeMember, makeOrganisation } from "@/db/factories";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { buildOrganisationSearch } from "./names";
import { listOrganisationsNamedLike } from "./similar.queries";

const mark = crypto
  .randomUUID()
  .replaceAll(/[^a-f]/g, "")
  .slice(0, 6);
const first = `Biocalix${mark}`;

let [member, manager] = [] as Awaited<ReturnType<typeof makeMember>>[];

async function make(name: LocalizedText, visibility: PageVisibility = "members") {
  const search = buildOrganisationSearch({ name, place: "lyon-7", sectors: ["health-biotech"] });
  const people = visibility === "self" && manager ? [manager] : [];
  await transaction((tx) => makeOrganisation(tx, { name, visibility, ...search }, people));
}

beforeAll(async () => {
  [member, manager] = await transaction(async (tx) => [await makeMember(tx), await makeMember(tx)]);
  await make({ fr: `Amis de ${first}` });
  await make({ fr: `${first}ologie Diagnostics`, zh: "珂澜蒙布丝织坊" });
  await make({ fr: `${first} hors de vue` }, "team");
  await make({ fr: `${first} à elle` }, "self");
});

afterAll(closeDatabase);

async function named(typed: string, viewer = member) {
  if (!viewer) throw new Error("nobody asks");
  const found = await listOrganisationsNamedLike(viewer, typed, "fr");
  return found.map(({ name, by, place }) => `${name.text}, ${place}, ${by}`);
}

const longer = `${first}ologie Diagnostics, Lyon 7e, alike`;

test("the start of a word finds every name that holds it, those called so first", async () => {
  expect(await named(first.toUpperCase())).toEqual([`Amis de ${first}, Lyon 7e, alike`, longer]);
  expect(await named(`diagn ${first}`)).toEqual([longer]);
});

test.each(["珂澜蒙布", "澜蒙布丝", "珂瀾蒙布絲織坊"])("%s finds a Chinese name", async (typed) => {
  expect(await named(typed)).toContain(longer);
});

test.each(["", "B", "Bi", "珂", "Lyon", "health", "珂蒙", `${first} Lyon`, "_%"])(
  "%j is in no name, or in too many",
  async (typed) => expect(await named(typed)).not.toContain(longer),
);

test("what is for the club team stays unsaid, and for its own people only to them", async () => {
  expect(await named(`${first} vue`)).toEqual([]);
  expect(await named(`${first} elle`)).toEqual([]);
  expect(await named(`${first} elle`, manager)).toEqual([`${first} à elle, Lyon 7e, alike`]);
});
