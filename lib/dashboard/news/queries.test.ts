import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeActivity, makeMember, makeOrganisation } from "@/db/factories";
import { listNewActivities, listNewOrganisations } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

const hour = 3_600_000;
/** Nothing else is as new as what this suite makes. */
const since = new Date(Date.now() + 24 * hour);
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

afterAll(closeDatabase);

const activitiesFor = async (viewer: Member) => {
  const { total, items } = await listNewActivities(viewer, since, "fr");
  expect(items).toHaveLength(total);
  return items.map(({ to }) => to.match(/^\/activities\/([a-z]+)-/)?.[1]).sort();
};

const organisationsFor = async (viewer: Member) => {
  const { total, items } = await listNewOrganisations(viewer, since, "fr");
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
  const { total, items } = await listNewActivities(reader, later, "fr");
  expect(total).toBe(7);
  expect(items.map(({ title }) => title?.text)).toEqual(["7", "6", "5", "4", "3"]);
  expect(items[0]?.about).toEqual(["Achats et approvisionnement", "Ningbo"]);
});
