import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { TAKEN_DOWN_TYPES, type TakenDownType } from "@/db/enums";
import { makeFile, makeOrganisation } from "@/db/factories";
import { CANARY, type OneOfEachKind, oneOfEachKind } from "@/db/one-of-each-kind";
import { affiliationRequests } from "@/db/schema/affiliations";
import { entryFiles } from "@/db/schema/entry-parts";
import { members } from "@/db/schema/members";
import { exportAccount } from "../accounts/queries";
import * as activityFilters from "../activities/activity-filters";
import { listPublicAddresses as listActivityAddresses } from "../activities/addresses.queries";
import { getEditableActivity, listOwnOrganisations } from "../activities/editing.queries";
import * as acts from "../activities/queries";
import * as people from "../affiliations/queries";
import { listOpenRequests } from "../affiliations/requests.queries";
import { getRoster } from "../affiliations/roster.queries";
import * as asks from "../asks/queries";
import { NO_FILTERS as AGREEMENTS } from "../cooperations/cooperation-filters";
import * as agreements from "../cooperations/queries";
import { isActiveMember, type Viewer } from "../core/auth/viewer-type";
import * as news from "../dashboard/news.queries";
import type { DirectoryFilters } from "../directory/directory-address";
import { listMembers, listNewMembers } from "../directory/queries";
import { listAccesses, noteAccess } from "../entries/accesses.queries";
import { findFile, getFiled, listFiles } from "../entries/files/queries";
import { getHistory } from "../entries/history.queries";
import { listOwnWaiting } from "../entries/offers.queries";
import { listQuestions } from "../entries/questions/queries";
import { listWaitingQuestions } from "../entries/questions/waiting.queries";
import { getTranslationSheet } from "../entries/translation-sheet.queries";
import { listTranslationNotes } from "../entries/translators.queries";
import * as happenings from "../events/queries";
import { listExchanges } from "../exchanges/queries";
import { NO_FILTERS as ALL_EXPERIENCES } from "../experiences/experience-filters";
import { listExperiences } from "../experiences/listing.queries";
import { getOpinions } from "../experiences/opinions.queries";
import { getExperience } from "../experiences/queries";
import * as century from "../heritage/queries";
import { getInterest } from "../interests/queries";
import { getApproach } from "../interests/sending.queries";
import { getMatchedProject, listCandidates } from "../matching/candidates.queries";
import { listOrganisationMatches } from "../matching/organisations.queries";
import { listMatches } from "../matching/queries";
import { getMember, getMemberContacts, getOwnProfile } from "../members/queries";
import { listPublicAddresses as listOrganisationAddresses } from "../organisations/addresses.queries";
import { listOrganisations } from "../organisations/listing.queries";
import { getLogo } from "../organisations/logos.queries";
import * as organisationFilters from "../organisations/organisation-filters";
import { getOrganisation } from "../organisations/queries";
import { listSimilarOrganisations } from "../organisations/similar.queries";
import { getPage } from "../pages/queries";
import * as projectLists from "../projects/listing.queries";
import { PROJECT_VERBS } from "../projects/noun.queries";
import { PROJECTS } from "../projects/project";
import * as projectFilters from "../projects/project-filters";
import { getProject } from "../projects/queries";
import { getProjectInSight } from "../projects/sight.queries";
import { listSimilarProjects } from "../projects/similar.queries";
import { readMessages } from "../rooms/discussion.queries";
import { listRoomNews } from "../rooms/news.queries";
import { getRoom, listOwnRooms } from "../rooms/queries";
import { listPublicUpdates, listUpdates } from "../rooms/updates.queries";
import { countListedMembers, countOrganisations } from "../statistics/queries";
import { putBack, takeDown } from "./take-downs.mutations";

type World = OneOfEachKind & { fileId: string };

let world: World;
const LONG_AGO = new Date("2001-01-01T00:00:00Z");
const filed = (viewer: Viewer | null) => getFiled(viewer, PROJECT_VERBS, world.project.slug);

/** Everything that a thing of the world may be read in. What needs an account is not asked by a visitor. */
const PLACES: Record<string, (viewer: Viewer | null) => Promise<unknown>> = {
  "project page": (viewer) => getProject(viewer, world.project.slug),
  "project list": (viewer) => projectLists.listPublishedProjects(viewer, projectFilters.NO_FILTERS),
  "project search": (viewer) =>
    projectLists.listPublishedProjects(viewer, { ...projectFilters.NO_FILTERS, q: CANARY.project }),
  "project sitemap": () => projectLists.listPublishedAddresses(),
  "projects that seek": () => projectLists.listSeekingProjects(200),
  "project files": async (viewer) => listFiles(viewer, await filed(viewer)),
  "project file": async (viewer) =>
    (await (await findFile(viewer, await filed(viewer), world.fileId))?.open())?.content.toString(),
  "project notes": async (viewer) =>
    listTranslationNotes(viewer, await getProjectInSight(viewer, world.project.slug), "en"),
  "project sheet": (viewer) =>
    getTranslationSheet(viewer, PROJECT_VERBS, world.project.slug, "en", "en"),
  "project approach": (viewer) => getApproach(viewer, world.project.slug),
  "public updates": (viewer) => listPublicUpdates(viewer, world.project.slug),
  questions: async (viewer) =>
    listQuestions(viewer, await getProjectInSight(viewer, world.hosted.slug)),
  "similar projects": (viewer) =>
    listSimilarProjects(viewer, { text: `${CANARY.project} ningbo`, sectors: SECTORS }, "fr"),
  "experience page": (viewer) => getExperience(viewer, world.experience.slug),
  "experience list": (viewer) => listExperiences(viewer, ALL_EXPERIENCES),
  "experience search": (viewer) =>
    listExperiences(viewer, { ...ALL_EXPERIENCES, q: CANARY.experience }),
  "cooperation page": (viewer) => agreements.getCooperation(viewer, world.cooperation.slug),
  "cooperation search": (viewer) =>
    agreements.listCooperations(viewer, { ...AGREEMENTS, q: CANARY.cooperation }),
  "heritage search": () => century.findHeritage(CANARY.heritage),
  "heritage page": (viewer) => century.getHeritageItem(viewer, world.item.slug),
  "event page": (viewer) => happenings.getEvent(viewer, world.event.slug),
  "ask page": (viewer) => asks.getAsk(viewer, world.ask.slug),
  "club page": (viewer) => getPage(viewer, world.page.slug),
  "activity page": (viewer) => acts.getActivity(viewer, world.activity.slug, "fr"),
  "activity list": (viewer) => acts.listActivities(viewer, activityFilters.NO_FILTERS, "fr"),
  "activity search": (viewer) =>
    acts.listActivities(viewer, { ...activityFilters.NO_FILTERS, q: CANARY.activity }, "fr"),
  "activity sitemap": () => listActivityAddresses(),
  "member's activities": (viewer) =>
    acts.listTimeline(viewer, { memberId: world.ids.member }, "fr"),
  "organisation's activities": (viewer) =>
    acts.listTimeline(viewer, { organisationId: world.ids.organisation }, "fr"),
  "organisation page": (viewer) => getOrganisation(viewer, world.organisation.slug),
  "organisation list": (viewer) => listOrganisations(viewer, organisationFilters.NO_FILTERS, "fr"),
  "organisation search": (viewer) =>
    listOrganisations(viewer, { ...organisationFilters.NO_FILTERS, q: CANARY.organisation }, "fr"),
  "organisation sitemap": () => listOrganisationAddresses(),
  "organisation's logo": (viewer) => getLogo(viewer, world.organisation.slug),
  "similar organisations": (viewer) =>
    listSimilarOrganisations(viewer, { names: [CANARY.organisation] }, "fr"),
  people: (viewer) => people.listPeople(viewer, world.ids.organisation, "fr"),
};

const SECTORS = ["machinery-metal"];

/** The same for whoever has an account. */
const INSIDE: Record<string, (viewer: Viewer) => Promise<unknown>> = {
  "list of asks": (viewer) => asks.listAsks(viewer),
  opinions: (viewer) => getOpinions(viewer, world.told.id),
  "member page": (viewer) => getMember(viewer, world.viewers.author.memberSlug),
  "member's contacts": (viewer) => getMemberContacts(viewer, world.ids.member),
  directory: (viewer) => listMembers(viewer, EVERYBODY, "fr"),
  "directory search": (viewer) => listMembers(viewer, { ...EVERYBODY, q: CANARY.member }, "fr"),
  "new members": (viewer) => listNewMembers(viewer, LONG_AGO, "fr"),
  "member's organisations": (viewer) => people.listAffiliations(viewer, world.ids.member, "fr"),
  "member's projects": (viewer) => projectLists.listProjectsOfMembers(viewer, [world.ids.member]),
  "own profile": (viewer) => getOwnProfile(viewer),
  "own organisations": async (viewer) =>
    isActiveMember(viewer) ? listOwnOrganisations(viewer, "fr") : null,
  roster: (viewer) => getRoster(viewer, world.organisation.slug, "fr"),
  "requests to join": (viewer) => listOpenRequests(viewer, "fr"),
  "activity form": (viewer) => getEditableActivity(viewer, world.activity.slug),
  "news of projects": (viewer) => news.listProjectNews(viewer, LONG_AGO, "fr"),
  "news of activities": (viewer) => news.listActivityNews(viewer, LONG_AGO, "fr"),
  "news of organisations": (viewer) => news.listOrganisationNews(viewer, LONG_AGO, "fr"),
  matches: (viewer) => listMatches(viewer, "fr", 200),
  candidates: async (viewer) => {
    const project = await getMatchedProject(viewer, world.hosted.slug);
    return project && listCandidates(viewer, project, "fr", 200);
  },
  "matched organisations": async (viewer) => {
    const project = await getMatchedProject(viewer, world.hosted.slug);
    return project && listOrganisationMatches(viewer, project, "fr", 200);
  },
  exchanges: (viewer) => listExchanges(viewer, { isEnded: false, page: 1 }, "fr"),
  interest: (viewer) => getInterest(viewer, world.interest.id),
  "questions that wait": (viewer) => listWaitingQuestions(viewer),
  "who opened": (viewer) => listAccesses(viewer, world.hosted.id),
  history: (viewer) => getHistory(viewer, PROJECTS, world.project.slug),
  "own offers": async (viewer) =>
    listOwnWaiting(viewer, PROJECTS, await getProjectInSight(viewer, world.project.slug)),
  room: (viewer) => getRoom(viewer, world.project.slug, "fr"),
  rooms: (viewer) => listOwnRooms(viewer, "fr"),
  updates: (viewer) => listUpdates(viewer, world.room.id, "fr"),
  discussion: (viewer) => readMessages(viewer, world.room.id, "fr", 1),
  "news of rooms": (viewer) => listRoomNews(viewer, LONG_AGO),
  export: (viewer) => exportAccount(viewer),
};

const EVERYBODY: DirectoryFilters = { q: "", sectors: [], cities: [], sort: "recent", page: 1 };

/** Numbers that a page shows; each is one less for a stranger as soon as a thing of its kind is hidden. */
const COUNTS: Partial<Record<TakenDownType, Record<string, () => Promise<number>>>> = {
  project: {
    list: async () =>
      (await projectLists.listPublishedProjects(null, projectFilters.NO_FILTERS)).total,
  },
  experience: { list: async () => (await listExperiences(null, ALL_EXPERIENCES)).total },
  activity: { totals: async () => (await acts.listActivityTotals(null, "fr")).total },
  organisation: {
    organisations: () => countOrganisations(null),
    list: async () => (await listOrganisations(null, organisationFilters.NO_FILTERS, "fr")).total,
  },
  member: { members: countListedMembers },
  opinion: {
    "of an experience": async () =>
      (await getOpinions(world.viewers.other, world.told.id))?.opinions.length ?? 0,
  },
};

beforeAll(async () => {
  world = await transaction(async (tx) => {
    const made = await oneOfEachKind(tx);
    const { author, host, other } = made.viewers;
    // The last to come: every list of the newest begins with them.
    await tx
      .update(members)
      .set({ createdAt: sql`now() + interval '1 hour'` })
      .where(eq(members.id, author.memberId));
    const { id: organisationId } = await makeOrganisation(tx, {}, [host]);
    const request = { memberId: author.memberId, kind: "join", words: "Bonjour" } as const;
    await tx.insert(affiliationRequests).values({ ...request, organisationId });
    const bytes = await makeFile(tx, { content: Buffer.from(CANARY.project) });
    const [file] = await tx
      .insert(entryFiles)
      .values({ entryId: made.project.id, name: `${CANARY.project}.pdf`, fileId: bytes })
      .returning({ id: entryFiles.id });
    await tx
      .update(members)
      .set({ sectors: SECTORS, cities: ["ningbo"] })
      .where(eq(members.id, other.memberId));
    return { ...made, fileId: file?.id ?? "" };
  });
  await noteAccess(world.viewers.author, world.hosted.id, "text");
});
afterAll(async () => {
  // Nor newer than whoever joins in other suites.
  const isAuthor = eq(members.id, world.viewers.author.memberId);
  await query((db) => db.update(members).set({ createdAt: sql`now()` }).where(isAuthor));
  await closeDatabase();
});

const ALL = { ...PLACES, ...INSIDE } as Record<string, (viewer: Viewer) => Promise<unknown>>;

const namesOf = () => ["visitor", ...Object.keys(world.viewers)];

const viewerOf = (name: string) =>
  name === "visitor" ? null : world.viewers[name as keyof OneOfEachKind["viewers"]];

/** Who reads which canary where, as `kind: place, by viewer`. */
async function readAll(places: readonly string[], kinds: readonly TakenDownType[]) {
  const seen: string[] = [];
  for (const place of places) {
    for (const name of namesOf()) {
      const viewer = viewerOf(name);
      if (!viewer && place in INSIDE) continue;
      tally.readings++;
      const text = asText(await ALL[place]?.(viewer as Viewer));
      const found = kinds.filter((kind) => text.includes(CANARY[kind]));
      seen.push(...found.map((kind) => `${kind}: ${place}, by ${name}`));
    }
  }
  return seen;
}

const asText = (found: unknown) =>
  JSON.stringify(found ?? null, (_key, value) =>
    value instanceof Map ? [...value] : value,
  ).toLowerCase();

const tally = { readings: 0, leaks: 0 };
let before: string[];

beforeAll(async () => {
  before = await readAll(Object.keys(ALL), TAKEN_DOWN_TYPES);
}, 120_000);

const countsOf = (kind: TakenDownType) =>
  Promise.all(
    Object.entries(COUNTS[kind] ?? {}).map(
      async ([name, ask]): Promise<[string, number]> => [name, await ask()],
    ),
  );

/** Who read it before, and must not any more: all but its author and the club team. */
const OTHERS = ["visitor", "colleague", "contact", "host", "other"];
const isBy = (names: readonly string[]) => (line: string) =>
  names.some((name) => line.endsWith(`, by ${name}`));

describe.each(TAKEN_DOWN_TYPES)("a %s that was taken down", (kind) => {
  test("is gone for all but its author and the club team, and comes back", async () => {
    const judge = world.viewers[kind === "page" ? "administrator" : "insider"];
    const key = { kind, id: world.ids[kind] };
    const shown = before.filter((line) => line.startsWith(`${kind}: `));
    expect(shown.filter(isBy(OTHERS)), "somebody else read it").not.toEqual([]);
    // Where nobody read it while it was shown, nobody does now.
    const places = Object.keys(ALL).filter((place) =>
      shown.some((line) => line.startsWith(`${kind}: ${place}, by`)),
    );
    const counted = await countsOf(kind);
    await transaction((tx) => takeDown(tx, judge, { ...key, reasonCode: "misleading", words: "" }));
    const after = await readAll(places, [kind]);
    const leaks = after.filter(isBy(OTHERS));
    tally.leaks += leaks.length;
    expect(leaks).toEqual([]);
    const author = isBy([kind === "heritage" || kind === "page" ? "administrator" : "author"]);
    expect(after.filter(author), "its author still reads it").not.toEqual([]);
    expect(after.filter(isBy(["insider"])), "the club team still reads it").not.toEqual([]);
    expect(await countsOf(kind)).toEqual(counted.map(([name, count]) => [name, count - 1]));
    await transaction((tx) => putBack(tx, judge, { ...key, words: "" }));
    expect(await readAll(places, [kind])).toEqual(shown);
    expect(await countsOf(kind)).toEqual(counted);
  }, 60_000);
});

afterAll(() => {
  console.info("taken down", { ...tally, readBefore: before.filter(isBy(OTHERS)).length });
});
