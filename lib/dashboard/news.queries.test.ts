import { gt } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeActivity, makeMember, makeOrganisation, makeProject } from "@/db/factories";
import { activities } from "@/db/schema/activities";
import { entries } from "@/db/schema/entries";
import { organisations } from "@/db/schema/organisations";
import { getTranslator } from "@/lib/core/i18n/translator";
import { listActivityNews, listOrganisationNews, listProjectNews } from "./news.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

const hour = 3_600_000;
/** Later than any day that other suites set what they make to: nothing else is as new as what this one makes. */
const since = new Date(Date.now() + 500_000 * hour);
const fresh = { createdAt: new Date(since.getTime() + hour) };

let author: Member;
let reader: Member;
let moderator: Member;

beforeAll(async () => {
  await transaction(async (tx) => {
    author = await makeMember(tx);
    reader = await makeMember(tx);
    moderator = await makeMember(tx, {}, { role: "moderator" });
    const suspended = await makeMember(tx, {}, { status: "suspended" });
    const make = (
      { memberId }: Member,
      slug: string,
      values: Parameters<typeof makeActivity>[2] = {},
    ) => makeActivity(tx, memberId, { ...fresh, slug: `${slug}-${memberId}`, ...values });
    await make(author, "shown");
    await make(author, "team", { visibility: "team" });
    await make(author, "self", { visibility: "self" });
    await make(author, "old", { createdAt: new Date(since.getTime() - hour) });
    await make(suspended, "suspended");
    await make(reader, "own");
    const name = (fr: string) => ({ ...fresh, name: { fr } });
    await makeOrganisation(tx, name("Ouverte"));
    await makeOrganisation(tx, { ...name("Équipe"), visibility: "team" });
    await makeOrganisation(tx, { ...name("Ancienne"), createdAt: new Date() });
    await makeOrganisation(tx, name("La mienne"), [reader]);
  });
});

afterAll(async () => {
  // Nor newer than what other suites make afterwards.
  const now = { createdAt: new Date(), updatedAt: new Date() };
  const tomorrow = new Date(Date.now() + 24 * hour);
  await transaction(async (tx) => {
    await tx.update(activities).set(now).where(gt(activities.createdAt, tomorrow));
    await tx.update(organisations).set(now).where(gt(organisations.createdAt, tomorrow));
    const online = { ...now, publishedAt: now.createdAt };
    await tx.update(entries).set(online).where(gt(entries.publishedAt, tomorrow));
  });
  await closeDatabase();
});

const activitiesFor = async (viewer: Member) => {
  const { total, items } = await listActivityNews(viewer, since, "fr");
  expect(items).toHaveLength(total);
  return items.map(({ to }) => to.match(/^\/activities\/([a-z]+)-/)?.[1]).sort();
};

const organisationsFor = async (viewer: Member) => {
  const { total, items } = await listOrganisationNews(viewer, since, "fr");
  expect(items).toHaveLength(total);
  return items.map(({ title }) => title?.text).sort();
};

test("new activities are those in sight, without one's own and without older ones", async () => {
  expect(await activitiesFor(reader)).toEqual(["shown"]);
  expect(await activitiesFor(author)).toEqual(["own"]);
  expect(await activitiesFor(moderator)).toEqual(["own", "shown", "suspended", "team"]);
});

test("new organisations are those in sight, without those one belongs to", async () => {
  expect(await organisationsFor(reader)).toEqual(["Ouverte"]);
  expect(await organisationsFor(author)).toEqual(["La mienne", "Ouverte"]);
  expect(await organisationsFor(moderator)).toEqual(["La mienne", "Ouverte", "Équipe"]);
});

test("of many, the newest five are shown and all are counted", async () => {
  const later = new Date(since.getTime() + 48 * hour);
  await transaction(async (tx) => {
    for (let minute = 1; minute <= 7; minute++) {
      const createdAt = new Date(later.getTime() + minute * 60_000);
      await makeActivity(tx, author.memberId, { createdAt, title: { fr: String(minute) } });
    }
  });
  const { total, items } = await listActivityNews(reader, later, "fr");
  expect(total).toBe(7);
  expect(items.map(({ title }) => title?.text)).toEqual(["7", "6", "5", "4", "3"]);
  expect(items[0]?.about).toEqual(["Achats et approvisionnement", "Ningbo"]);
});

describe("what was there before and has changed since is told as changed", () => {
  /** Long after the others, so that nothing else is in the way. */
  const visit = new Date(since.getTime() + 1000 * hour);
  const before = new Date(visit.getTime() - hour);
  const minute = (minutes: number) => new Date(visit.getTime() + minutes * 60_000);
  const told = ({ total, items }: Awaited<ReturnType<typeof listProjectNews>>) => {
    expect(items).toHaveLength(total);
    return items.map(({ title, isChanged, at }) => [title?.text, isChanged, at]);
  };

  beforeAll(async () => {
    const changed = (minutes: number) => ({ createdAt: before, updatedAt: minute(minutes) });
    await transaction(async (tx) => {
      const { memberId } = author;
      const name = (fr: string) => ({ title: { fr } });
      await makeActivity(tx, memberId, { ...changed(1), ...name("Passée à l’exploitation") });
      await makeActivity(tx, memberId, {
        ...changed(2),
        ...name("Pour l’équipe"),
        visibility: "team",
      });
      await makeActivity(tx, memberId, {
        createdAt: minute(3),
        updatedAt: minute(4),
        ...name("Neuve"),
      });
      await makeActivity(tx, memberId, {
        createdAt: before,
        updatedAt: before,
        ...name("Telle quelle"),
      });
      await makeActivity(tx, reader.memberId, { ...changed(5), ...name("La mienne") });
      await makeOrganisation(tx, { ...changed(1), name: { fr: "Agrandie" } });
      await makeOrganisation(tx, { ...changed(2), name: { fr: "Cachée" }, visibility: "self" });
      const published = { moderation: "published", createdAt: before } as const;
      const move = { publishedAt: before, updatedAt: minute(1) };
      await makeProject(tx, memberId, { ...published, ...move, ...name("En pilote") });
      const online = { publishedAt: minute(2), updatedAt: minute(2) };
      await makeProject(tx, memberId, { ...published, ...online, ...name("En ligne") });
      const still = { publishedAt: before, updatedAt: before };
      await makeProject(tx, memberId, { ...published, ...still, ...name("Comme avant") });
      await makeProject(tx, memberId, { ...changed(3), ...name("Brouillon") });
      await makeProject(tx, reader.memberId, { ...published, ...move, ...name("Le mien") });
      const away = await makeMember(tx, {}, { status: "suspended" });
      await makeProject(tx, away.memberId, { ...published, ...move, ...name("De personne") });
    });
  });

  test("activities: another stage or text, and what was opened to members since", async () => {
    expect(told(await listActivityNews(reader, visit, "fr"))).toEqual([
      ["Neuve", false, minute(4)],
      ["Passée à l’exploitation", true, minute(1)],
    ]);
  });

  test("organisations", async () => {
    expect(told(await listOrganisationNews(reader, visit, "fr"))).toEqual([
      ["Agrandie", true, minute(1)],
    ]);
  });

  test("published projects of active members", async () => {
    expect(told(await listProjectNews(reader, visit, "fr"))).toEqual([
      ["En ligne", false, minute(2)],
      ["En pilote", true, minute(1)],
    ]);
  });
});

test("of more projects than a page holds, the newest five are shown and all are counted", async () => {
  const later = new Date(since.getTime() + 2000 * hour);
  await transaction(async (tx) => {
    for (let minute = 1; minute <= 30; minute++) {
      const publishedAt = new Date(later.getTime() + minute * 60_000);
      const values = { moderation: "published", publishedAt, updatedAt: publishedAt } as const;
      await makeProject(tx, author.memberId, { ...values, title: { fr: String(minute) } });
    }
  });
  const { total, items } = await listProjectNews(reader, later, "fr");
  expect(total).toBe(30);
  expect(items.map(({ title }) => title?.text)).toEqual(["30", "29", "28", "27", "26"]);
  expect(items[0]?.about).toEqual(["Ningbo"]);
});

test("more than a hundred are not counted to the end, and the page says so", async () => {
  const later = new Date(since.getTime() + 5000 * hour);
  await transaction(async (tx) => {
    const at = (index: number) => ({ createdAt: new Date(later.getTime() + (index + 1) * 1000) });
    for (let index = 0; index < 103; index++) await makeActivity(tx, author.memberId, at(index));
  });
  const { total, items } = await listActivityNews(reader, later, "fr");
  expect([total, items.length]).toEqual([101, 5]);
  expect(items[0]?.at).toEqual(new Date(later.getTime() + 103_000));
  const t = getTranslator("en", "home");
  expect(t("news.activities", { count: total })).toBe(
    "More than 100 new or changed China activities",
  );
  expect(t("news.activities", { count: 100 })).toBe("100 new or changed China activities");
});
