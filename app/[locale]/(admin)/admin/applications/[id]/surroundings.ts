import {
  type ApplicationDossier,
  listConsentsGiven,
  listMessages,
  listSteps,
} from "@/lib/applications/vetting/dossier.queries";
import {
  listKnownPeople,
  listPeopleAt,
  listSponsors,
} from "@/lib/applications/vetting/people.queries";
import {
  getEarlierAnswers,
  getJoinedOrganisation,
  listDecisions,
  listRelatedApplications,
} from "@/lib/applications/vetting/related.queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { listSimilarOrganisations } from "@/lib/organisations/similar.queries";

export type Surroundings = Awaited<ReturnType<typeof readSurroundings>>;

/** Everything a decision needs beside the answers. */
export async function readSurroundings(
  viewer: Viewer,
  application: ApplicationDossier,
  locale: Locale,
) {
  const { id, answers, email } = application;
  const { legalName = "", chineseName = "", registrationId = "" } = answers;
  const names = [legalName, chineseName].filter((name) => name !== "");
  const asked = registrationId ? { names, number: registrationId } : { names };
  const [
    messages,
    consents,
    steps,
    related,
    known,
    decided,
    atAddress,
    sponsors,
    similar,
    joined,
    earlier,
  ] = await Promise.all([
    listMessages(viewer, id, locale),
    listConsentsGiven(viewer, id),
    listSteps(viewer, id, locale),
    listRelatedApplications(viewer, application, locale),
    listKnownPeople(viewer, application, locale),
    listDecisions(viewer, "application", [id], locale),
    listPeopleAt(viewer, email, locale),
    listSponsors(viewer, answers.sponsor ?? "", locale),
    listSimilarOrganisations(viewer, asked, locale),
    getJoinedOrganisation(viewer, application.organisationId, locale),
    getEarlierAnswers(viewer, application),
  ]);
  return {
    messages,
    consents,
    steps,
    related,
    known,
    decided: decided[0] ?? null,
    atAddress,
    sponsors,
    similar,
    joined,
    earlier,
  };
}
