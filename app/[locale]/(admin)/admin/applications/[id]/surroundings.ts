import {
  type ApplicationDossier,
  listConsentsGiven,
  listMessages,
  listSteps,
} from "@/lib/applications/vetting/dossier/queries";
import {
  getJoinedOrganisation,
  listDecisions,
  listPeopleAt,
  listRelatedApplications,
  listSponsors,
} from "@/lib/applications/vetting/related/queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { listSimilarOrganisations } from "@/lib/organisations/similar/queries";

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
  const [messages, consents, steps, related, decided, atAddress, sponsors, similar, joined] =
    await Promise.all([
      listMessages(viewer, id, locale),
      listConsentsGiven(viewer, id),
      listSteps(viewer, id, locale),
      listRelatedApplications(viewer, application, locale),
      listDecisions(viewer, [id], locale),
      listPeopleAt(viewer, email, locale),
      listSponsors(viewer, answers.sponsor ?? "", locale),
      listSimilarOrganisations(viewer, asked, locale),
      getJoinedOrganisation(viewer, application.organisationId, locale),
    ]);
  return {
    messages,
    consents,
    steps,
    related,
    decided: decided[0] ?? null,
    atAddress,
    sponsors,
    similar,
    joined,
  };
}
