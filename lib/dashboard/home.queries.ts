import "server-only";
import { type Read, together } from "@/db/together";
import { listActivitiesToConfirm } from "@/lib/activities/queries";
import { listOpenRequests } from "@/lib/affiliations/requests.queries";
import { isListed } from "@/lib/consents/queries";
import { listDueActs } from "@/lib/cooperations/due-acts.queries";
import { mayAct } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { listNewMembers } from "@/lib/directory/queries";
import { listWaitingQuestions } from "@/lib/entries/questions/waiting.queries";
import { listWaitingOffers } from "@/lib/entries/waiting-offers.queries";
import { listNextEvents } from "@/lib/events/agenda.queries";
import { listOfferedPlaces } from "@/lib/events/offered.queries";
import { listWaitingInterests } from "@/lib/interests/waiting.queries";
import { listWaitingIntroductions } from "@/lib/introductions/waiting.queries";
import { listAnnouncements } from "@/lib/mailings/announcements.queries";
import { getMatchedProject, listCandidates } from "@/lib/matching/candidates.queries";
import { takesPartners } from "@/lib/matching/policy";
import { listMatches } from "@/lib/matching/queries";
import { getNameProposal } from "@/lib/members/name-proposal.queries";
import { getNewsSince, getOwnProfile } from "@/lib/members/queries";
import { listUnseenNotices } from "@/lib/notifications/list.queries";
import { listOrganisationNameProposals } from "@/lib/organisations/name-proposal.queries";
import { listOpenOutcomes } from "@/lib/projects/outcomes/queries";
import { listOwnProjects } from "@/lib/projects/owned.queries";
import { listOwnRoomInvitations } from "@/lib/rooms/invitations.queries";
import { listRoomNews } from "@/lib/rooms/news.queries";
import { listActivityNews, listOrganisationNews, listProjectNews } from "./news.queries";
import { getFirstSteps, listOwnInvitations } from "./queries";
import { roomNews } from "./room-news";
import type { Situation } from "./tasks";

/** As many as fit beside what is to be done. */
const SUGGESTED = 3;

/**
 * All that the viewer's home page is made from, but for what awaits the club team: what the club says, what they were told, what there is to do, what is new since
 * they said they had read it, three projects that fit them, who fits one of theirs, and the next three events. A few statements in all.
 */
export const getHome = (viewer: Viewer, locale: Locale) =>
  together((read) => together((apart) => readHome(viewer, locale, read, apart)));

/**
 * The same by reads of one's own. The news are read apart: how they are best found hangs on since when, so that PostgreSQL
 * keeps no plan of a statement they are in.
 */
export async function readHome(viewer: Viewer, locale: Locale, read: Read, apart: Read) {
  const reading = readSituation(viewer, locale, read);
  const readingSince = getNewsSince(viewer, read);
  const [situation, { since, readAt }, matches, news, people, told, said, events] =
    await Promise.all([
      reading,
      readingSince,
      listMatches(viewer, locale, SUGGESTED, read),
      readingSince.then(({ since }) => readNews(viewer, since, locale, apart)),
      reading.then(({ projects }) => readPeople(viewer, locale, projects, read)),
      listUnseenNotices(viewer, read),
      listAnnouncements(viewer, locale, read),
      listNextEvents(viewer, SUGGESTED, { read }),
    ]);
  return { events, said, told, situation, since, readAt, matches, news, people };
}

/** Who fits the project that the reader changed last of those that take partners; null without one. */
async function readPeople(
  viewer: Viewer,
  locale: Locale,
  projects: Situation["projects"],
  read: Read,
) {
  const open = projects.find(takesPartners);
  const project = open ? await getMatchedProject(viewer, open.slug, read) : null;
  if (!project) return null;
  return { project, candidates: await listCandidates(viewer, project, locale, SUGGESTED, read) };
}

/** All that the list of tasks is made from, but for what awaits the club team (`waiting`). */
export async function readSituation(
  viewer: Viewer,
  locale: Locale,
  read: Read,
): Promise<Omit<Situation, "waiting">> {
  const [
    profile,
    projects,
    asked,
    invitations,
    interests,
    introductions,
    toConfirm,
    firstSteps,
    listed,
    roomInvitations,
    outcomes,
    questions,
    offers,
    acts,
    own,
    organisations,
    places,
  ] = await Promise.all([
    getOwnProfile(viewer, read),
    listOwnProjects(viewer, read),
    listOpenRequests(viewer, locale, undefined, read),
    listOwnInvitations(viewer, locale, read),
    listWaitingInterests(viewer, read),
    listWaitingIntroductions(viewer, read),
    listActivitiesToConfirm(viewer, locale, read),
    getFirstSteps(viewer, read),
    isListed(viewer, read),
    listOwnRoomInvitations(viewer, locale, undefined, read),
    listOpenOutcomes(viewer, read),
    listWaitingQuestions(viewer, read),
    listWaitingOffers(viewer, read),
    listDueActs(viewer, read),
    getNameProposal(viewer, read),
    listOrganisationNameProposals(viewer, read),
    listOfferedPlaces(viewer, read),
  ]);
  const requests = asked.map(({ organisation: { slug, name } }) => ({
    slug,
    organisation: name.text,
  }));
  return {
    profile,
    names: { own, organisations },
    projects,
    places,
    requests,
    invitations,
    interests,
    introductions,
    questions,
    offers,
    acts,
    roomInvitations,
    outcomes,
    toConfirm,
    firstSteps,
    isListed: listed,
    mayAct: mayAct(viewer),
  };
}

/** What came or changed since an instant, by list; nothing of the viewer's own. */
async function readNews(viewer: Viewer, since: Date, locale: Locale, read: Read) {
  const [members, organisations, activities, projects, rooms] = await Promise.all([
    listNewMembers(viewer, since, locale, read),
    listOrganisationNews(viewer, since, locale, read),
    listActivityNews(viewer, since, locale, read),
    listProjectNews(viewer, since, locale, read),
    listRoomNews(viewer, since, read),
  ]);
  return { members, organisations, activities, projects, rooms: roomNews(rooms, locale) };
}
