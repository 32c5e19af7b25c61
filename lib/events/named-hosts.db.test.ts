import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeEvent } from "@/db/event-factory";
import { makeMember, makeOrganisation } from "@/db/factories";
import { nameKeys } from "@/lib/organisations/names";
import { hostName } from "./host-name";
import { listHosts } from "./hosts.queries";
import { findHosts } from "./named-hosts.queries";

afterAll(closeDatabase);

test("hosts sent as their form showed them stay: one of two of a name, and one whose page is hidden", async () => {
  const name = { fr: `Jumeaux ${randomUUID().slice(0, 8).replace(/\d/g, "x")}` };
  const twin = { name, nameKeys: nameKeys([name.fr]) };
  const writer = await transaction((tx) => makeMember(tx));
  const hosts = await transaction(async (tx) => [
    (await makeOrganisation(tx, {}, [writer])).id,
    (await makeOrganisation(tx, twin)).id,
    (await makeOrganisation(tx, { visibility: "self" })).id,
  ]);
  await transaction((tx) => makeOrganisation(tx, twin));
  const { id } = await transaction((tx) => makeEvent(tx, hosts));
  const shown = (await listHosts(writer, id)).map((one) => hostName(one, "zh").text).join("\n");
  const found = await transaction((tx) => findHosts(tx, writer, { id, hosts: shown }));
  expect(found.sort()).toEqual([...hosts].sort());
  await expect(
    transaction((tx) => findHosts(tx, writer, { hosts: name.fr })),
  ).rejects.toMatchObject({
    code: "partySeveral",
    field: "hosts",
  });
});
