import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeExperience } from "@/db/experience-factory";
import { makeMember, makeOrganisation } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { consents } from "@/db/schema/consents";
import { takeDown } from "@/lib/moderation/take-downs.mutations";
import { giveOpinion, withdrawOpinion } from "./opinions.mutations";
import { getOpinions } from "./opinions.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

let author: Member;
let reader: Member;
let moderator: Member;

beforeAll(() =>
  transaction(async (tx) => {
    author = await makeMember(tx, { familyName: "Montclair" }, { locale: "en" });
    reader = await makeMember(tx, { familyName: "Zhao", givenName: "Wenqi" });
    moderator = await makeMember(tx, {}, { role: "moderator" });
  }),
);

afterAll(closeDatabase);

const join = (values: Parameters<typeof makeMember>[1] = {}) =>
  transaction((tx) => makeMember(tx, values));

const make = () =>
  transaction((tx) =>
    makeExperience(tx, author.memberId, { moderation: "published", ownerLevel: "members" }),
  );

/** Both belong to one organisation more. */
const bringTogether = (...people: Member[]) =>
  transaction(async (tx) => {
    const { id: organisationId } = await makeOrganisation(tx);
    await tx
      .insert(affiliations)
      .values(people.map(({ memberId }) => ({ memberId, organisationId, isMain: false })));
  });

const words = "Nous avons fait la même expérience à Ningbo.";

const endorse = (experienceId: string, viewer = reader) =>
  transaction((tx) => giveOpinion(tx, viewer, { experienceId, locale: "fr", words }));

const withdraw = (opinionId: string, viewer = reader) =>
  transaction((tx) => withdrawOpinion(tx, viewer, { opinionId }));

const list = async (experienceId: string, viewer: Member | null = author) =>
  (await getOpinions(viewer, experienceId))?.opinions ?? [];

const idOf = async (experienceId: string, viewer = reader) => {
  const own = (await list(experienceId, viewer)).find(({ isOwn }) => isOwn);
  if (!own) throw new Error("nothing was said");
  return own.id;
};

test("active accounts; a visitor and whoever is suspended none", async () => {
  const { id } = await make();
  await endorse(id);
  expect(await getOpinions(null, id)).toBeNull();
  expect(await getOpinions({ ...reader, status: "suspended" }, id)).toBeNull();
  expect(await list(id, moderator)).toHaveLength(1);
});

test("of who left the directory the words without the name; of who is not active, nothing", async () => {
  const { id } = await make();
  const leaving = await join({ familyName: "Wuxian" });
  await endorse(id, leaving);
  const isTheirs = eq(consents.accountId, leaving.accountId);
  await query((db) => db.update(consents).set({ withdrawnAt: sql`now()` }).where(isTheirs));
  const seen = await list(id);
  expect(seen).toMatchObject([{ by: null, words }]);
  expect(JSON.stringify(seen)).not.toMatch(/Wuxian|member-/);
  await query((db) =>
    db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, leaving.accountId)),
  );
  expect(await list(id)).toEqual([]);
});

test("what was taken down stays: it is neither withdrawn nor said anew", async () => {
  const { id } = await make();
  await endorse(id);
  const opinionId = await idOf(id);
  const act = { kind: "opinion", id: opinionId, reasonCode: "misleading", words: "" } as const;
  await transaction((tx) => takeDown(tx, moderator, act));
  expect(await list(id)).toEqual([]);
  expect(await list(id, reader)).toMatchObject([{ isHidden: true, mayWithdraw: false }]);
  await expect(withdraw(opinionId)).rejects.toThrow("moveNotAllowed");
  await expect(endorse(id)).rejects.toThrow("opinionGiven");
});

test("who becomes a colleague is read by themselves alone", async () => {
  const { id } = await make();
  const later = await join();
  await endorse(id, later);
  await bringTogether(author, later);
  expect(await list(id)).toEqual([]);
  expect(await list(id, later)).toMatchObject([{ isOwn: true, isCounted: false }]);
});
