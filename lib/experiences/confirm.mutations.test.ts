import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeExperience } from "@/db/experience-factory";
import { makeMember, makeOrganisation } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { experiences } from "@/db/schema/experiences";
import { members } from "@/db/schema/members";
import { today } from "@/lib/core/dates";
import {
  proposeRevision,
  publishRevision,
  submitRevision,
} from "@/lib/entries/revisions.mutations";
import { publishEntry } from "@/lib/entries/verbs.mutations";
import { opinionColumns, opinionSums } from "./confirmation.queries";
import { confirmExperience } from "./mutations";
import { EXPERIENCE_VERBS } from "./noun.queries";
import { giveOpinion } from "./opinions.mutations";
import { getInSight } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;
type Made = Parameters<typeof makeExperience>[2];

let author: Member;
let other: Member;
let moderator: Member;

beforeAll(() =>
  transaction(async (tx) => {
    author = await makeMember(tx);
    other = await makeMember(tx, { familyName: "Zhao" });
    moderator = await makeMember(tx, {}, { role: "moderator" });
  }),
);

afterAll(closeDatabase);

const make = (values: Made = {}) =>
  transaction((tx) =>
    makeExperience(tx, author.memberId, {
      ...{ moderation: "published", ownerLevel: "members" },
      ...values,
    }),
  );

const confirm = (id: string, viewer = author, version = 1) =>
  transaction((tx) => confirmExperience(tx, viewer, { id, version }));

const contradict = (experienceId: string, sinceYear: number, viewer = other) =>
  transaction((tx) =>
    giveOpinion(tx, viewer, {
      ...{ experienceId, locale: "fr", sinceYear, words: "La règle a changé depuis." },
    }),
  );

const endorse = (experienceId: string, viewer: Member) =>
  transaction((tx) =>
    giveOpinion(tx, viewer, { experienceId, locale: "fr", words: "C’est bien vrai." }),
  );

/** As lists read it, and as the page does. */
async function standing(id: string) {
  const [listed] = await query((db) => {
    const sums = opinionSums(db);
    return db
      .select({ slug: entries.slug, ...opinionColumns(sums) })
      .from(entries)
      .innerJoin(experiences, eq(experiences.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .crossJoinLateral(sums)
      .where(eq(entries.id, id));
  });
  const { slug = "", ...told } = listed ?? {};
  expect(await getInSight(moderator, slug)).toMatchObject(told);
  return told;
}

const threeYearsAgo = sql`now() - interval '3 years'`;
const yearsAgo = new Date(Date.now() - 3 * 366 * 86_400_000);
const thisYear = today().slice(0, 4);

const ageOf = (id: string) =>
  query((db) =>
    db
      .select({ isOld: sql<boolean>`${experiences.confirmedAt} <= now() - interval '1 year'` })
      .from(experiences)
      .where(eq(experiences.id, id)),
  ).then(([row]) => row?.isOld);

const titleOf = (id: string) =>
  query((db) => db.select({ title: entries.title }).from(entries).where(eq(entries.id, id))).then(
    ([row]) => row?.title,
  );

describe("confirming", () => {
  test("is the author's act, renews the day and leaves its event, but no version", async () => {
    const { id } = await make({ confirmedAt: yearsAgo });
    expect(await ageOf(id)).toBe(true);
    await confirm(id);
    expect(await ageOf(id)).toBe(false);
    expect(await eventsOn(id)).toEqual(["experience.confirmed"]);
    await confirm(id);
  });

  test("is refused to everybody else, by an older page, and of what is not online", async () => {
    const { id } = await make();
    for (const viewer of [other, moderator, { ...author, status: "suspended" as const }]) {
      await expect(confirm(id, viewer)).rejects.toThrow(/notFound|moveNotAllowed/);
    }
    await expect(confirm(id, author, 2)).rejects.toThrow("conflict");
    for (const moderation of ["draft", "submitted", "withdrawn", "archived"] as const) {
      const away = await make({ moderation });
      await expect(confirm(away.id)).rejects.toThrow("moveNotAllowed");
    }
    const hidden = await make({ hiddenAt: new Date() });
    await expect(confirm(hidden.id)).rejects.toThrow("moveNotAllowed");
  });

  test("is what publication does, and an edit that is accepted", async () => {
    const { id } = await make({ moderation: "submitted" });
    expect(await ageOf(id)).toBeNull();
    await transaction((tx) => publishEntry(tx, moderator, EXPERIENCE_VERBS, { id, version: 1 }));
    expect(await ageOf(id)).toBe(false);
    await query((db) =>
      db.update(experiences).set({ confirmedAt: threeYearsAgo }).where(eq(experiences.id, id)),
    );
    const edit = { id, revisionId: null, version: 2, content: { title: { fr: "Autrement" } } };
    const { revisionId } = await transaction((tx) =>
      proposeRevision(tx, author, EXPERIENCE_VERBS, edit),
    );
    await transaction((tx) =>
      submitRevision(tx, author, EXPERIENCE_VERBS, { revisionId, version: 2 }),
    );
    expect(await ageOf(id)).toBe(true);
    await transaction((tx) =>
      publishRevision(tx, moderator, EXPERIENCE_VERBS, { revisionId, version: 3 }),
    );
    expect(await ageOf(id)).toBe(false);
  });
});

describe("what readers are told", () => {
  test("an edit answers what was said before its author handed it in, not what came meanwhile", async () => {
    const { id } = await make({ fromYear: 2010, confirmedAt: yearsAgo });
    await contradict(id, 2021);
    const edit = { id, revisionId: null, version: 1, content: { title: { fr: "Autrement" } } };
    const { revisionId } = await transaction((tx) =>
      proposeRevision(tx, author, EXPERIENCE_VERBS, edit),
    );
    await transaction((tx) =>
      submitRevision(tx, author, EXPERIENCE_VERBS, { revisionId, version: 2 }),
    );
    await contradict(id, 2025, await transaction((tx) => makeMember(tx)));
    await transaction((tx) =>
      publishRevision(tx, moderator, EXPERIENCE_VERBS, { revisionId, version: 3 }),
    );
    expect(await standing(id)).toMatchObject({ contradictions: 1, contradictedSince: 2025 });
  });

  test("an edit of a translation alone answers nothing: what was said stands as it was", async () => {
    const { id } = await make({ fromYear: 2010, confirmedAt: yearsAgo });
    await contradict(id, 2021);
    const title = { ...(await titleOf(id)), en: "Said in English" };
    const edit = { id, revisionId: null, version: 1, content: { title } };
    const { revisionId } = await transaction((tx) =>
      proposeRevision(tx, author, EXPERIENCE_VERBS, edit),
    );
    await transaction((tx) =>
      submitRevision(tx, author, EXPERIENCE_VERBS, { revisionId, version: 2 }),
    );
    await transaction((tx) =>
      publishRevision(tx, moderator, EXPERIENCE_VERBS, { revisionId, version: 3 }),
    );
    expect(await titleOf(id)).toEqual(title);
    expect(await standing(id)).toMatchObject({ contradictions: 1, contradictedSince: 2021 });
    expect(await ageOf(id)).toBe(true);
  });

  test("what its author confirmed while an edit was read stays confirmed", async () => {
    const { id } = await make({ fromYear: 2010, confirmedAt: yearsAgo });
    const edit = { id, revisionId: null, version: 1, content: { title: { fr: "Autrement" } } };
    const { revisionId } = await transaction((tx) =>
      proposeRevision(tx, author, EXPERIENCE_VERBS, edit),
    );
    await transaction((tx) =>
      submitRevision(tx, author, EXPERIENCE_VERBS, { revisionId, version: 2 }),
    );
    await contradict(id, 2025);
    await confirm(id);
    await transaction((tx) =>
      publishRevision(tx, moderator, EXPERIENCE_VERBS, { revisionId, version: 3 }),
    );
    expect(await standing(id)).toMatchObject({ contradictions: 0, contradictedSince: null });
  });
});

describe("what is counted", () => {
  test("contradictions since it was confirmed, by the first year they name", async () => {
    const { id } = await make({ fromYear: 2010, confirmedAt: yearsAgo });
    const third = await transaction((tx) => makeMember(tx));
    await endorse(id, third);
    expect(await standing(id)).toMatchObject({
      ...{ endorsements: 1, contradictions: 0, contradictedSince: null },
    });
    await contradict(id, 2025);
    await contradict(id, 2022, await transaction((tx) => makeMember(tx)));
    expect(await standing(id)).toMatchObject({ contradictions: 2, contradictedSince: 2022 });
    await confirm(id);
    expect(await standing(id)).toMatchObject({
      ...{ endorsements: 1, contradictions: 0, contradictedSince: null },
      confirmedOn: expect.stringContaining(thisYear),
    });
    await contradict(id, 2026, await transaction((tx) => makeMember(tx)));
    expect(await standing(id)).toMatchObject({ contradictions: 1, contradictedSince: 2026 });
  });

  test("neither what a colleague said, nor who is away, nor what was taken down", async () => {
    const { id } = await make();
    const people = await transaction(async (tx) => [
      await makeMember(tx),
      await makeMember(tx),
      await makeMember(tx),
    ]);
    const [colleague, away, hidden] = people as [Member, Member, Member];
    for (const one of people) await contradict(id, 2026, one);
    expect(await standing(id)).toMatchObject({ contradictions: 3 });
    await transaction((tx) => makeOrganisation(tx, {}, [author, colleague]));
    await query((db) =>
      db.update(accounts).set({ status: "left" }).where(eq(accounts.id, away.accountId)),
    );
    expect(await standing(id)).toMatchObject({ contradictions: 1 });
    await query((db) =>
      db.execute(sql`update experience_opinions set hidden_at = now()
        where member_id = ${hidden.memberId}`),
    );
    expect(await standing(id)).toMatchObject({ contradictions: 0, contradictedSince: null });
  });
});
