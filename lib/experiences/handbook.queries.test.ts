import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeExperience } from "@/db/experience-factory";
import { makeMember } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { consents } from "@/db/schema/consents";
import { entries } from "@/db/schema/entries";
import { NO_FILTERS } from "./experience-filters";
import { countTopics, listExperiences } from "./listing.queries";
import { confirmExperience } from "./mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;

let author: Member;
let reader: Member;

beforeAll(() =>
  transaction(async (tx) => {
    author = await makeMember(tx, { familyName: "Montclair", givenName: "Léa" });
    reader = await makeMember(tx);
  }),
);

afterAll(closeDatabase);

const advice = { fr: "Faire auditer les sceaux.\nLancer tôt le dossier fiscal." };

const make = (values: Parameters<typeof makeExperience>[2] = {}, owner = author) =>
  transaction((tx) =>
    makeExperience(tx, owner.memberId, { moderation: "published", advice, ...values }),
  );

const on = (topic: string, more: object = {}) => ({ ...NO_FILTERS, topics: [topic], ...more });

/** As the handbook reads them. */
const listAdvice = (viewer: Member | null, filters: Parameters<typeof listExperiences>[1]) =>
  listExperiences(viewer, filters, { sort: "freshest" });

const slugs = async (viewer: Member | null, filters: Parameters<typeof listExperiences>[1]) =>
  (await listAdvice(viewer, filters)).cards.map(({ slug }) => slug);

test("what was confirmed last comes first, and comes first once it is confirmed", async () => {
  const topics = ["visas-mobility"];
  const old = await make({ topics, confirmedAt: new Date("2023-05-01") });
  const fresh = await make({ topics, confirmedAt: new Date("2026-05-01") });
  await make({ topics: ["exit"] });
  expect(await slugs(reader, on("visas-mobility"))).toEqual([fresh.slug, old.slug]);
  await transaction((tx) => confirmExperience(tx, author, { id: old.id, version: 1 }));
  expect(await slugs(reader, on("visas-mobility"))).toEqual([old.slug, fresh.slug]);
});

test("members read all points and who gives them, visitors the first of those that are open", async () => {
  const topics = ["data-compliance"];
  const teaser = { fr: "Faire auditer les sceaux." };
  const open = await make({ topics, isTeased: true, teaser });
  const closed = await make({ topics });
  const [one, two] = (await listAdvice(reader, on("data-compliance"))).cards;
  expect([one?.slug, two?.slug].sort()).toEqual([open.slug, closed.slug].sort());
  expect(one?.advice).toEqual(advice);
  expect(one?.author).toMatchObject({
    slug: author.memberSlug,
    names: { familyName: "Montclair" },
  });
  const seen = await listAdvice(null, on("data-compliance"));
  expect(seen.cards.map(({ slug, advice: told, author: by }) => ({ slug, told, by }))).toEqual([
    { slug: open.slug, told: teaser, by: null },
  ]);
  expect(JSON.stringify(seen)).not.toMatch(/Montclair|fiscal/);
});

test("whoever is not named to members, or left the directory, is no source by name", async () => {
  const topics = ["tax-transfer"];
  const gone = await transaction((tx) => makeMember(tx, { familyName: "Partiel" }));
  await make({ topics, ownerLevel: "contacts" });
  await make({ topics }, gone);
  await query((db) =>
    db
      .update(consents)
      .set({ withdrawnAt: new Date() })
      .where(eq(consents.accountId, gone.accountId)),
  );
  const list = await listAdvice(reader, on("tax-transfer"));
  expect(list.cards.map(({ author: by }) => by)).toEqual([null, null]);
  expect(JSON.stringify(list)).not.toMatch(/Montclair|Partiel/);
});

test("topics count what their pages show, and what is taken down or of somebody suspended is in neither", async () => {
  const topics = ["tenders-cities", "trade-fairs"];
  const hidden = await make({ topics });
  await make({ topics });
  const other = await transaction((tx) => makeMember(tx));
  await make({ topics }, other);
  const both = async () => [
    (await countTopics(reader)).get("tenders-cities"),
    (await listAdvice(reader, on("tenders-cities"))).total,
    (await listExperiences(reader, on("tenders-cities"))).total,
  ];
  expect(await both()).toEqual([3, 3, 3]);
  await query((db) =>
    db.update(entries).set({ hiddenAt: new Date() }).where(eq(entries.id, hidden.id)),
  );
  await query((db) =>
    db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, other.accountId)),
  );
  expect(await both()).toEqual([1, 1, 1]);
  expect((await countTopics(null)).get("tenders-cities")).toBeUndefined();
});

test("a city and a sector narrow it, and are counted beside each other", async () => {
  const topics = ["certification"];
  const wuxi = await make({ topics, cities: ["wuxi"], sectors: ["energy"] });
  await make({ topics, cities: ["suzhou"], sectors: ["energy"] });
  const list = await listAdvice(reader, on("certification", { cities: ["wuxi"] }));
  expect(list.cards.map(({ slug }) => slug)).toEqual([wuxi.slug]);
  expect(list.counts.get("cities:suzhou")).toBe(1);
  expect(list.counts.get("sectors:energy")).toBe(1);
  expect(await slugs(reader, on("certification", { cities: ["beijing"] }))).toEqual([]);
});
