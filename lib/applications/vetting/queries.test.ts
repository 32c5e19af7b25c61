import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeApplication, makeMember, makeOrganisation } from "@/db/factories";
import { applicationMessages } from "@/db/schema/applications";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { buildOrganisationSearch } from "@/lib/organisations/names";
import { matchKeysOf } from "../match-keys";
import { getApplicationDossier } from "./dossier.queries";
import {
  countApplications,
  countWaitingApplications as countWaiting,
  listApplications,
  listWaitingApplications,
} from "./queries";
import { applicationFilters } from "./schema";

let moderator: Viewer;
let member: Viewer;
/** A word that only the applications of this file have. */
const MARK = `Zyx${Date.now()}`;
const ids: Record<string, string> = {};

const filters = (values: object = {}) => applicationFilters.parse({ q: MARK, ...values });

const countWaitingApplications = async (viewer: Viewer | null) =>
  (await query((db) => countWaiting(viewer, db)))[0]?.total ?? Number.NaN;

async function named(key: string, answers: object, values: object = {}) {
  const all = { familyName: MARK, givenName: "Nana", legalName: "Optique", ...answers };
  const { id } = await transaction((tx) =>
    makeApplication(tx, { answers: all, matchKeys: matchKeysOf(all), ...values }),
  );
  ids[key] = id;
}

const at = (day: number) => new Date(Date.UTC(2020, 0, day));

beforeAll(async () => {
  await transaction(async (tx) => {
    moderator = await makeMember(
      tx,
      { familyName: "Lin", givenName: "Meihua", nameZh: "林美桦" },
      { role: "moderator" },
    );
    member = await makeMember(tx);
  });
  const desk = { takenBy: moderator.accountId, takenAt: at(9) };
  await named("old", { country: "cn", nameZh: "欧阳娜娜" }, { submittedAt: at(1) });
  await named("taken", { country: "fr" }, { submittedAt: at(2), state: "under-review", ...desk });
  await named("asked", {}, { submittedAt: at(3), state: "info-requested", ...desk });
  await named(
    "refused",
    { givenName: "Élodie" },
    { submittedAt: at(4), state: "refused", ...desk },
  );
  await named("draft", {}, { state: "draft" });
  await named("emptied", {}, { state: "withdrawn", submittedAt: null });
});

afterAll(() => closeDatabase());

const keysOf = async (values: object) => {
  const { rows } = await listApplications(moderator, filters(values), "fr");
  return rows.map(({ id }) => Object.keys(ids).find((key) => ids[key] === id));
};

describe("the list", () => {
  test("shows what is open, oldest first, until another state is asked for", async () => {
    expect(await keysOf({})).toEqual(["old", "taken", "asked"]);
    expect(await keysOf({ state: "refused" })).toEqual(["refused"]);
    expect(await keysOf({ state: "anything" })).toEqual(["old", "taken", "asked"]);
  });

  test("never shows a draft, nor one that was withdrawn before it was handed in", async () => {
    expect(await keysOf({ state: "draft" })).not.toContain("draft");
    expect(await keysOf({ state: "withdrawn" })).toEqual([]);
  });

  test("filters by country and by who has it", async () => {
    expect(await keysOf({ country: "cn" })).toEqual(["old"]);
    expect(await keysOf({ taken: "me" })).toEqual(["taken", "asked"]);
    expect(await keysOf({ taken: "nobody" })).toEqual(["old"]);
  });

  test.each([
    [`elodie ${MARK}`, "refused", "refused"],
    [`${MARK.toUpperCase()} Élodie`, "refused", "refused"],
    ["欧阳娜娜", "open", "old"],
  ])("finds %s", async (q, state, key) => {
    expect(await keysOf({ q, state })).toContain(key);
  });

  test("finds no sign of a pattern", async () => {
    expect(await keysOf({ q: `${MARK}%` })).toEqual([]);
  });

  test("names the applicant in both scripts and who has it", async () => {
    const { rows } = await listApplications(moderator, filters(), "fr");
    expect(rows[0]).toMatchObject({ name: `Nana ${MARK} 欧阳娜娜`, taker: null, country: "cn" });
    expect(rows[1]).toMatchObject({ taker: { name: "Meihua Lin 林美桦", isViewer: true } });
  });
});

describe("an applicant who joins an organisation of the club", () => {
  const mark = `Zyq${Date.now()}`;

  test("is listed with its name, and found by it in any script", async () => {
    const name = { fr: `Soieries ${mark}`, zh: "里昂丝织螽螭厂" };
    const { id } = await transaction(async (tx) => {
      const search = buildOrganisationSearch({ name, place: null, sectors: [] });
      const { id: organisationId } = await makeOrganisation(tx, { name, ...search });
      const answers = { familyName: "Montclair", givenName: "Camille" };
      return makeApplication(tx, { organisationId, answers });
    });
    for (const q of [mark, `soieries ${mark.toLowerCase()}`, "丝织螽螭"]) {
      const { rows, total } = await listApplications(moderator, filters({ q }), "fr");
      expect(rows).toMatchObject([{ id, organisation: name.fr }]);
      expect((await countApplications(moderator, filters({ q }))).open).toBe(total);
    }
    const { rows } = await listApplications(moderator, filters({ q: mark }), "zh");
    expect(rows[0]?.organisation).toBe(name.zh);
  });
});

test("the promised days count from the answer to a question, else from the day it was handed in", async () => {
  const mark = `Answered${Date.now()}`;
  const answeredAt = new Date("2020-02-03T09:00:00Z");
  await transaction(async (tx) => {
    const answers = { familyName: mark, givenName: "A" };
    const { id: applicationId } = await makeApplication(tx, { answers, submittedAt: at(1) });
    const words = "Voici.";
    const message = (kind: "question" | "answer" | "note", createdAt: Date) =>
      ({ applicationId, kind, words, createdAt }) as const;
    await tx
      .insert(applicationMessages)
      .values([message("answer", at(5)), message("answer", answeredAt), message("note", at(99))]);
    await makeApplication(tx, { answers, submittedAt: at(2) });
  });
  const { rows } = await listApplications(moderator, filters({ q: mark }), "fr");
  expect(rows.map(({ receivedAt }) => receivedAt)).toEqual([answeredAt, at(2)]);
  const dossier = await getApplicationDossier(moderator, rows[0]?.id ?? "", "fr");
  expect(dossier).toMatchObject({ submittedAt: at(1), receivedAt: answeredAt });
});

describe("the counts", () => {
  test("are those of the lists they open", async () => {
    const counts = await countApplications(moderator, filters());
    for (const [state, count] of Object.entries(counts)) {
      const { total, rows } = await listApplications(moderator, filters({ state }), "fr");
      expect([state, count, count]).toEqual([state, total, rows.length]);
    }
    expect(counts).toMatchObject({ open: 3, submitted: 1, refused: 1, withdrawn: 0 });
  });

  test("follow the other filters", async () => {
    const counts = await countApplications(moderator, filters({ taken: "me" }));
    expect(counts).toMatchObject({ open: 2, submitted: 0, refused: 1 });
  });
});

describe("for anybody but the club team", () => {
  test("there is nothing", async () => {
    const suspended = { ...moderator, status: "suspended" as const };
    for (const viewer of [member, suspended]) {
      expect(await listApplications(viewer, filters(), "fr")).toEqual({ rows: [], total: 0 });
      expect((await countApplications(viewer, filters())).open).toBe(0);
      expect(await listWaitingApplications(viewer, "fr")).toEqual([]);
      expect(await countWaitingApplications(viewer)).toBe(0);
    }
    expect(await countWaitingApplications(null)).toBe(0);
  });

  test("what waits is counted as it is listed, without what waits for the applicant", async () => {
    const waiting = await listWaitingApplications(moderator, "fr");
    expect(waiting).toHaveLength(await countWaitingApplications(moderator));
    const mine = waiting.map(({ id }) => id).filter((id) => Object.values(ids).includes(id));
    expect(mine).toEqual([ids.old, ids.taken]);
  });
});

test("a page holds twenty-four", async () => {
  const mark = `Paged${Date.now()}`;
  await transaction(async (tx) => {
    for (let number = 0; number < 25; number++) {
      await makeApplication(tx, { answers: { familyName: mark, givenName: "A" } });
    }
    await makeAccount(tx);
  });
  const first = await listApplications(moderator, filters({ q: mark }), "fr");
  const second = await listApplications(moderator, filters({ q: mark, page: 2 }), "fr");
  expect([first.rows.length, second.rows.length, first.total]).toEqual([24, 1, 25]);
  expect(first.rows.map(({ id }) => id)).not.toContain(second.rows[0]?.id);
});
