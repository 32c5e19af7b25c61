import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeCooperation } from "@/db/cooperation-factory";
import { makeMember, makeOrganisation } from "@/db/factories";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { LOCALES } from "@/lib/core/i18n/locales";
import { nameKeys } from "@/lib/organisations/names";
import { findParties } from "./parties.queries";
import { partyName } from "./party-name";
import { listParties } from "./queries";

const own = randomUUID().slice(0, 8).replace(/\d/g, "x");
const lab = `Laboratoire ${own}`;
const twins = `Jumeaux ${own}`;
const secret = `Cachette ${own}`;

let viewer: Viewer;
const ids: Record<string, string> = {};

beforeAll(() =>
  transaction(async (tx) => {
    viewer = (await makeMember(tx)) as Viewer;
    const make = async (key: string, name: string, values = {}) => {
      const shown = { name: { fr: name }, nameKeys: nameKeys([name]), ...values };
      ids[key] = (await makeOrganisation(tx, shown)).id;
    };
    await make("lab", lab, { slug: `lab-${own}` });
    await make("one", twins);
    await make("two", twins, { slug: `two-${own}` });
    await make("secret", secret, { visibility: "self", slug: `secret-${own}` });
  }),
);

afterAll(closeDatabase);

const find = (lyon: string, china = lab) =>
  transaction((tx) => findParties(tx, viewer, { lyon, china }));

test.each([
  lab,
  `  ${lab.toUpperCase()}  `,
  `lab-${own}`,
  `https://club.example/zh/organisations/lab-${own}?notice=saved#people`,
])("found as %s", async (line) => {
  expect(await find(line)).toEqual([
    { organisationId: ids.lab, side: "lyon" },
    { organisationId: ids.lab, side: "china" },
  ]);
});

test("of two with one name the address tells which", async () => {
  await expect(find(twins)).rejects.toMatchObject({ code: "partySeveral", field: "lyon" });
  expect(await find(`/fr/organisations/two-${own}`)).toMatchObject([
    { organisationId: ids.two },
    {},
  ]);
});

test.each([secret, `secret-${own}`, "—", `Nulle part ${own}`])(
  "what is not the viewer's to read is unknown: %s",
  async (line) => {
    await expect(find(lab, `\n${line}\n`)).rejects.toMatchObject({
      code: "partyUnknown",
      field: "china",
      values: { found: line },
    });
  },
);

test("not without an end", async () => {
  const many = Array.from({ length: 13 }, () => lab).join("\n");
  await expect(find(many)).rejects.toMatchObject({ code: "tooMany", values: { most: 12 } });
});

test("a form sent as it was shown names the same: one of two of a name, and two that have none here", async () => {
  const hidden = await transaction((tx) => makeOrganisation(tx, { visibility: "self" }));
  const china = [ids.two ?? "", ids.secret ?? "", hidden.id];
  const { id } = await transaction((tx) =>
    makeCooperation(tx, [ids.one ?? "", ...china], { ownerId: viewer.memberId }),
  );
  for (const locale of LOCALES) {
    const shown = await listParties(viewer, id);
    const linesOf = (side: string) =>
      shown
        .filter((party) => party.side === side)
        .map((party) => partyName(party, locale).text)
        .join("\n");
    const named = { lyon: linesOf("lyon"), china: linesOf("china") };
    const found = await transaction((tx) => findParties(tx, viewer, { id, ...named }));
    const keys = shown.map(({ organisationId, side }) => ({ organisationId, side }));
    expect(found).toHaveLength(4);
    expect(found).toEqual(expect.arrayContaining(keys));
  }
});
