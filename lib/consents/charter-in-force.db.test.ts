import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeApplication, makeMember } from "@/db/factories";
import { makePage } from "@/db/page-factory";
import { consents } from "@/db/schema/consents";
import { entries } from "@/db/schema/entries";
import { entryVersions } from "@/db/schema/entry-parts";
import { listFaults } from "@/lib/applications/answer-faults";
import { saveAnswers, submitApplication } from "@/lib/applications/mutations";
import { getOwnApplication } from "@/lib/applications/queries";
import { listTextsRead, readTextsEver, readTextsInForce } from "./in-force.queries";
import { readLedger } from "./ledger";
import { listOwnConsents } from "./queries";

const DAY = "2099-01-01";
/** The last second before it in Lyon, and its first. */
const EVENING = "2098-12-31T22:59:59Z";
const MIDNIGHT = "2098-12-31T23:00:00Z";

let charterId: string;

/** What the club wrote, each with its day: kept lines cannot be dated back, so they are written. */
const keep = (
  number: number,
  lead: string,
  effectiveOn: string,
  createdAt = new Date(),
  cause: "published" | "revised" = "revised",
) =>
  query((db) =>
    db.insert(entryVersions).values({
      ...{ entryId: charterId, number, cause, createdAt },
      content: {
        originalLocale: "fr",
        lead: { fr: lead },
        body: { fr: "1. Dire vrai." },
        effectiveOn,
      },
    }),
  );

const at = (moment: string) => vi.useFakeTimers({ toFake: ["Date"], now: new Date(moment) });

beforeAll(async () => {
  const page = { slug: "charter", moderation: "published", effectiveOn: DAY } as const;
  charterId = (await transaction((tx) => makePage(tx, page))).id;
  await keep(1, "Un", DAY, new Date(), "published");
});

afterEach(() => {
  vi.useRealTimers();
});
afterAll(closeDatabase);

const inForce = async () => {
  const { charter } = await readTextsInForce();
  const { inForce: same } = await readTextsEver();
  expect(same.charter).toEqual(charter);
  expect((await transaction(readTextsInForce)).charter).toEqual(charter);
  return [charter.version, charter.since];
};

const complete = {
  ...{ familyName: "Montclair", givenName: "Camille", nameOrder: "given-first" },
  ...{ jobTitle: { fr: "Gérante" }, languages: ["fr"], legalName: "Atelier Montclair" },
  ...{ organisationKind: "sme", country: "fr", registrationId: "732829320", headOffice: "lyon-7" },
  ...{ headcount: "1-9", sectors: ["machinery-metal"], pitch: { fr: "Un atelier." } },
  ...{ activityKinds: ["sourcing"], activityStage: "operating", expectations: "Des contacts." },
  ...{ contribution: "Un savoir-faire.", category: "active" },
} as const;

const boxes = (charter: number) => [
  { purpose: "charter", version: charter },
  { purpose: "privacy-notice", version: 1 },
  { purpose: "members-directory", version: 1 },
];

test("the club's charter holds from its day on, as Lyon counts it", async () => {
  at(EVENING);
  expect(await inForce()).toEqual([1, null]);
  at(MIDNIGHT);
  expect(await inForce()).toEqual([2, DAY]);
});

test("who ticked it on the last evening is told at midnight, on the box, and loses nothing else", async () => {
  const { id, email } = await transaction((tx) =>
    makeApplication(tx, { state: "draft", answers: { ...complete } as never }),
  );
  const key = { applicationId: id };
  const save = (version: number, charter: number) =>
    transaction((tx) => {
      const answers = { consents: boxes(charter) };
      const page = { ...key, version, step: "charter", answers, locale: "zh" } as const;
      return saveAnswers(tx, key, page);
    });
  const submit = (version: number) =>
    transaction((tx) => submitApplication(tx, key, { ...key, version }));
  at(EVENING);
  // By hand, the box of the text that holds tomorrow: nobody has read it.
  expect((await save(1, 2)).faults).toMatchObject([{ field: "charter", code: "charterNeeded" }]);
  at(MIDNIGHT);
  await expect(submit(2)).rejects.toMatchObject({ code: "charterNeeded" });
  at(EVENING);
  expect((await save(2, 1)).faults).toEqual([]);
  at(MIDNIGHT);
  const changed = { field: "charter", code: "textChanged", values: { text: "Charte du club" } };
  await expect(submit(3)).rejects.toMatchObject(changed);
  const own = await getOwnApplication(key, "fr");
  if (!own) throw new Error("the application is gone");
  expect(own).toMatchObject({ state: "draft", email, answers: complete, version: 3 });
  expect(own.answers.consents?.map(({ purpose }) => purpose)).toEqual([
    "privacy-notice",
    "members-directory",
  ]);
  expect(listFaults(own.answers, own)).toMatchObject([changed]);
  // The page that was open all the while.
  expect((await save(3, 1)).faults).toMatchObject([changed]);
  expect((await save(4, 2)).faults).toEqual([]);
  await submit(5);
  const { purpose, textVersion, locale } = consents;
  const ledger = await query((db) =>
    db
      .select({ purpose, textVersion, locale })
      .from(consents)
      .where(eq(consents.applicationId, id))
      .orderBy(purpose),
  );
  expect(ledger).toEqual([
    { purpose: "charter", textVersion: 2, locale: "fr" },
    { purpose: "members-directory", textVersion: 1, locale: "zh" },
    { purpose: "privacy-notice", textVersion: 1, locale: "zh" },
  ]);
});

test("a member's ledger keeps the text that they accepted, and knows since when another holds", async () => {
  const member = await transaction(async (tx) => {
    const made = await makeMember(tx);
    const accepted = { purpose: "charter", locale: "fr", textVersion: 1 } as const;
    await tx.insert(consents).values({ ...accepted, accountId: made.accountId });
    return made;
  });
  const told = async () => {
    const { ever, inForce: now } = await readTextsEver();
    const [row] = readLedger(member, await listOwnConsents(member), now).accepted;
    const read = ever.charter.find(({ version }) => version === row?.textVersion);
    const exported = (await listTextsRead(member)).find(({ purpose }) => purpose === "charter");
    expect(exported).toMatchObject({ version: 1, language: "fr", text: read?.text.fr });
    return { isOutdated: row?.isOutdated, read: read?.text.fr?.split("\n")[0], now: now.charter };
  };
  const portals = "La charte tient en cinq engagements, que chaque membre prend en son propre nom.";
  at(EVENING);
  expect(await told()).toMatchObject({ isOutdated: false, read: portals, now: { version: 1 } });
  at(MIDNIGHT);
  const since = { version: 2, since: DAY };
  expect(await told()).toMatchObject({ isOutdated: true, read: portals, now: since });
});

test("each version keeps its number and words, one that was restored has its own, also once none is online", async () => {
  await keep(2, "Deux", "2099-02-01", new Date("2099-01-15T12:00:00Z"));
  const told = async () => {
    const { charter } = (await readTextsEver()).ever;
    return charter.map(
      ({ version, text }) => `${version} ${text.fr?.split("\n")[0]?.slice(0, 10)}`,
    );
  };
  const all = ["4 Un", "3 Deux", "2 Un", "1 La charte "];
  at("2099-01-31T12:00:00Z");
  expect(await inForce()).toEqual([2, DAY]);
  at("2099-02-28T12:00:00Z");
  expect(await inForce()).toEqual([3, "2099-02-01"]);
  await keep(3, "Un", "2099-03-01", new Date("2099-02-15T12:00:00Z"));
  at("2099-03-01T12:00:00Z");
  expect(await inForce()).toEqual([4, "2099-03-01"]);
  expect(await told()).toEqual(all);
  const move = (moderation: "withdrawn" | "draft" | "submitted" | "published") =>
    query((db) => db.update(entries).set({ moderation }).where(eq(entries.id, charterId)));
  await move("withdrawn");
  expect(await inForce()).toEqual([1, null]);
  expect(await told()).toEqual(all);
  // None of them comes back with another, whose day has yet to come.
  await keep(4, "Quatre", "2099-05-01", new Date("2099-04-01T12:00:00Z"), "published");
  for (const to of ["draft", "submitted", "published"] as const) await move(to);
  at("2099-04-30T12:00:00Z");
  expect(await inForce()).toEqual([1, null]);
  at("2099-05-01T12:00:00Z");
  expect(await inForce()).toEqual([5, "2099-05-01"]);
  expect(await told()).toEqual(["5 Quatre", ...all]);
});
