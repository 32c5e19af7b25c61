import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import type { EntryLevel } from "@/db/enums";
import {
  makeAccount,
  makeActivity,
  makeInterest,
  makeMember,
  makeOrganisation,
  makeProject,
  makeRoom,
} from "@/db/factories";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { roomMessages } from "@/db/schema/rooms";
import { buildActivitySearch } from "@/lib/activities/search-text";
import { rewriteSearch } from "@/lib/members/main-organisation.mutations";
import { buildMemberSearch } from "@/lib/members/search-text";
import { buildOrganisationSearch } from "@/lib/organisations/names";
import { PROJECT_TEXTS, type ProjectText } from "@/lib/projects/project";
import { buildProjectSearch } from "@/lib/projects/search-text";
import { cookieOf } from "../inputs/portal-clients";

/** Letters only: it is found as it was typed, and stands nowhere else. */
const word = () => [...randomBytes(14)].map((byte) => "abcdefghijklmnop"[byte % 16]).join("");

/** What is looked for (`find…`, typed) and what an answer then holds (the rest, never typed). */
export const WORDS = {
  findMember: word(),
  member: word(),
  job: word(),
  findHouse: word(),
  house: word(),
  findWork: word(),
  work: word(),
  findProject: word(),
  project: word(),
  text: word(),
  translation: word(),
  talk: word(),
};

/** Sectors of one group that somebody else changes all the while: their counts are nobody's to foretell. */
export const RESTLESS = ["agrifood", "gastronomy-wine"] as const;

const FIELD = { sectors: ["energy", RESTLESS[0]], cities: ["huzhou", "ningbo"] };

export type Reader = { name: string; accountId: string | null; cookie: string };
type Member = Awaited<ReturnType<typeof makeMember>>;
export type World = Awaited<ReturnType<typeof makeWorld>>;

const PROFILE = {
  familyName: WORDS.findMember,
  givenName: WORDS.member,
  jobTitle: { fr: WORDS.job },
  ...{ bio: {}, offers: {}, needs: {}, languages: ["fr"], ...FIELD },
};

const HOUSE = { fr: `${WORDS.findHouse} ${WORDS.house}` };

const TITLE = { fr: `${WORDS.findProject} ${WORDS.project}` };
const TEXTS = {
  ...(Object.fromEntries(PROJECT_TEXTS.map((field) => [field, {}])) as Record<ProjectText, object>),
  title: TITLE,
  summary: { fr: WORDS.text },
};

/** Its title, and what it is searched by, as its owner shows it. */
export function projectValues(shown: {
  textLevel?: EntryLevel;
  ownerLevel?: EntryLevel;
  isTranslated?: boolean;
}) {
  const { textLevel = "members", ownerLevel = "members", isTranslated = true } = shown;
  const title = isTranslated ? { ...TITLE, zh: WORDS.translation } : TITLE;
  const levels = { textLevel, ownerLevel };
  const search = buildProjectSearch(
    { ...TEXTS, title, ...levels, ...FIELD, kind: "group-purchasing" },
    { sectors: FIELD.sectors, places: ["zhejiang"] },
    ownerLevel === "members",
  );
  return { title, ...levels, ...search };
}

/** The project of the world, with whom its owner has accepted and who is in its room. */
export async function makeOnline(tx: Transaction, owner: Member, contact: Member, partner: Member) {
  const project = await makeProject(tx, owner.memberId, {
    ...projectValues({}),
    summary: TEXTS.summary,
    ...FIELD,
    shownSectors: FIELD.sectors,
    shownPlaces: ["zhejiang"],
    moderation: "published",
    progress: "seeking-partners",
  });
  await makeInterest(tx, project.id, contact.memberId, { state: "accepted" });
  const room = await makeRoom(tx, project.id, [owner.memberId, partner.memberId]);
  await tx
    .insert(roomMessages)
    .values({ roomId: room.id, authorId: owner.accountId, words: WORDS.talk });
  return { ...project, roomId: room.id };
}

/**
 * A member with an organisation, an activity and a project, all of which members see; who reads them, a session each;
 * and others of each kind, which change all the while.
 */
export function makeWorld() {
  return transaction(async (tx) => {
    const restless = await makeRestless(tx);
    const owner = await makeMember(tx, { ...PROFILE, ...buildMemberSearch(PROFILE) });
    const [contact, partner, colleague] = [
      await makeMember(tx),
      await makeMember(tx),
      await makeMember(tx),
    ];
    const organisation = await makeOrganisation(tx, {
      name: HOUSE,
      ...buildOrganisationSearch({ name: HOUSE, place: "lyon-7", sectors: FIELD.sectors }),
      ...{ place: "lyon-7", sectors: FIELD.sectors, visibility: "public" },
    });
    const organisationId = organisation.id;
    await tx.insert(affiliations).values([
      { memberId: owner.memberId, organisationId, role: "manager", isMain: true },
      { memberId: colleague.memberId, organisationId, role: "person" },
    ]);
    await rewriteSearch(tx, [owner.memberId]);
    const work = {
      title: { fr: `${WORDS.findWork} ${WORDS.work}` },
      ...{ summary: {}, kind: "sourcing", partner: null, ...FIELD },
    };
    const activity = await makeActivity(tx, owner.memberId, {
      ...work,
      ...buildActivitySearch(work),
      ...{ organisationId, visibility: "public" },
    });
    const project = await makeOnline(tx, owner, contact, partner);
    const roles = {
      member: await makeMember(tx),
      ...{ contact, partner, colleague, owner },
      pending: await makeMember(tx, {}, { status: "pending" }),
      suspended: await makeMember(tx, {}, { status: "suspended" }),
      lapsed: await makeMember(tx, {}, { status: "lapsed" }),
      moderator: await makeMember(tx, {}, { role: "moderator" }),
      administrator: await makeAccount(tx, { role: "administrator" }),
    };
    const readers: Reader[] = [{ name: "visitor", accountId: null, cookie: "" }];
    for (const [name, { accountId }] of Object.entries(roles)) {
      readers.push({ name, accountId, cookie: await cookieOf(accountId, tx) });
    }
    return { ...roles, organisation, activity, project, readers, restless };
  });
}

async function makeRestless(tx: Transaction) {
  const { memberId } = await makeMember(tx, FIELD);
  const { id } = await makeOrganisation(tx, { ...FIELD, visibility: "public" });
  const work = await makeActivity(tx, memberId, { ...FIELD, organisationId: id });
  const project = await makeProject(tx, memberId, { ...FIELD, moderation: "published" });
  return { memberId, organisationId: id, activityId: work.id, projectId: project.id };
}

/** Somebody else changes what the lists of one kind count, of these and of others. */
export async function stir(tx: Transaction, world: World, round: number): Promise<void> {
  const sectors = ["energy", RESTLESS[round % RESTLESS.length] as string];
  const own = `{${sectors.join(",")}}`;
  const { restless, owner, organisation, project, activity } = world;
  const of = (ids: string[]) => sql`id = any (${`{${ids.join(",")}}`}::uuid[])`;
  const changes = [
    sql`update ${members} set sectors = ${own} where ${of([restless.memberId, owner.memberId])}`,
    sql`update ${organisations} set sectors = ${own} where ${of([restless.organisationId, organisation.id])}`,
    sql`update activities set sectors = ${own} where ${of([restless.activityId, activity.id])}`,
    sql`update entries set sectors = ${own}, shown_sectors = ${own} where ${of([restless.projectId, project.id])}`,
    sql`select search.tidy()`,
  ];
  await tx.execute(changes[round % changes.length] as (typeof changes)[0]);
}
