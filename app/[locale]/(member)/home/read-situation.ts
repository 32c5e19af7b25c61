import { listActivitiesToConfirm } from "@/lib/activities/queries";
import { listOpenRequests } from "@/lib/affiliations/requests.queries";
import { isListed } from "@/lib/consents/queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { getFirstSteps, listOwnInvitations } from "@/lib/dashboard/queries";
import type { Situation } from "@/lib/dashboard/tasks";
import { listWaitingQuestions } from "@/lib/entries/questions/waiting.queries";
import { listWaitingOffers } from "@/lib/entries/waiting-offers.queries";
import { listWaitingInterests } from "@/lib/interests/waiting.queries";
import { getNameProposal } from "@/lib/members/name-proposal.queries";
import { getOwnProfile } from "@/lib/members/queries";
import { countWaiting } from "@/lib/moderation/queries";
import { listOrganisationNameProposals } from "@/lib/organisations/name-proposal.queries";
import { listOpenOutcomes } from "@/lib/projects/outcomes/queries";
import { listOwnProjects } from "@/lib/projects/owned.queries";
import { listOwnRoomInvitations } from "@/lib/rooms/invitations.queries";

/** All that the list of tasks is made from. */
export async function readSituation(viewer: Viewer, locale: Locale): Promise<Situation> {
  const [profile, projects, waiting, asked, invitations, interests, toConfirm, firstSteps, listed] =
    await Promise.all([
      getOwnProfile(viewer),
      listOwnProjects(viewer),
      countWaiting(viewer),
      listOpenRequests(viewer, locale),
      listOwnInvitations(viewer, locale),
      listWaitingInterests(viewer),
      listActivitiesToConfirm(viewer, locale),
      getFirstSteps(viewer),
      isListed(viewer),
    ]);
  const [roomInvitations, outcomes, questions, offers, own, organisations] = await Promise.all([
    listOwnRoomInvitations(viewer, locale),
    listOpenOutcomes(viewer),
    listWaitingQuestions(viewer),
    listWaitingOffers(viewer),
    getNameProposal(viewer),
    listOrganisationNameProposals(viewer),
  ]);
  const requests = asked.map(({ organisation: { slug, name } }) => ({
    slug,
    organisation: name.text,
  }));
  return {
    profile,
    names: { own, organisations },
    projects,
    waiting,
    requests,
    invitations,
    interests,
    questions,
    offers,
    roomInvitations,
    outcomes,
    toConfirm,
    firstSteps,
    isListed: listed,
  };
}
