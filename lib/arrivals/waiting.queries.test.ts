import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeArrival } from "@/db/arrival-factory";
import { closeDatabase, transaction } from "@/db/client";
import { makeAccount, makeOrganisation } from "@/db/factories";
import { affiliations } from "@/db/schema/affiliations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { type ArrivalFilters, SHOWN } from "./schema";
import { countArrivals, listArrivals } from "./waiting.queries";

let administrator: Viewer;
let before: Awaited<ReturnType<typeof countArrivals>>;
/** So old that they stand on the first page, whoever else waits. */
let [reminded, invited, unlinked, leaving, come]: string[] = [];

const arrive = async (values: Parameters<typeof makeArrival>[1]) =>
  (await transaction((tx) => makeArrival(tx, values))).accountId;

beforeAll(async () => {
  administrator = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
  before = await countArrivals(administrator);
  // Of two organisations, so that whoever is in several stands there once, with the main one.
  reminded = await transaction(async (tx) => {
    const person = await makeArrival(tx, { invitedOn: "2019-01-01", remindedOn: "2019-02-01" });
    for (const isMain of [false, true]) {
      const name = { fr: isMain ? "Comptoir Vaubrun" : "Atelier Montclair" };
      const { id: organisationId } = await makeOrganisation(tx, { name });
      await tx.insert(affiliations).values({ memberId: person.memberId, organisationId, isMain });
    }
    return person.accountId;
  });
  invited = await arrive({ invitedOn: "2019-01-02" });
  unlinked = await arrive({ createdAt: new Date("2019-01-03T12:00:00Z") });
  leaving = await arrive({ invitedOn: "2019-01-04", erasureDueAt: new Date() });
  come = await arrive({ invitedOn: "2019-01-05", status: "active" });
});

afterAll(closeDatabase);

const ours = async (viewer: Viewer, show: ArrivalFilters["show"]) => {
  const made = [reminded, invited, unlinked, leaving, come];
  const rows = await listArrivals(viewer, { show, page: 1 }, "fr");
  return rows.map(({ id }) => id).filter((id) => made.includes(id));
};

describe("who has not come in", () => {
  test("is listed by what can be done, who waits longest first", async () => {
    expect(await ours(administrator, "all")).toEqual([reminded, invited, unlinked]);
    const all = await listArrivals(administrator, { show: "to-delete", page: 1 }, "fr");
    expect(all.find(({ id }) => id === reminded)?.organisation).toBe("Comptoir Vaubrun");
    expect(await ours(administrator, "no-link")).toEqual([unlinked]);
    expect(await ours(administrator, "to-remind")).toEqual([invited]);
    expect(await ours(administrator, "to-delete")).toEqual([reminded, invited, unlinked]);
  });

  test("is counted by the same", async () => {
    const now = await countArrivals(administrator);
    const more = SHOWN.map((show) => [show, now[show] - before[show]]);
    expect(Object.fromEntries(more)).toEqual({
      ...{ all: 3, "no-link": 1, "to-remind": 1, "to-delete": 3 },
    });
  });

  test("is read by administrators alone", async () => {
    const moderator = await transaction((tx) => makeAccount(tx, { role: "moderator" }));
    expect(await ours(moderator, "all")).toEqual([]);
    expect((await countArrivals(moderator)).all).toBe(0);
  });
});
