import { notFound } from "next/navigation";
import { ApplicationChecks } from "@/components/applications/application-checks";
import { ApplicationDecisionForm } from "@/components/applications/application-decision-form";
import { ApplicationHeader } from "@/components/applications/application-header";
import { ChangesSince } from "@/components/applications/changes-since";
import { ConsentsGiven } from "@/components/applications/consents-given";
import { Desk } from "@/components/applications/desk";
import { MessageList } from "@/components/applications/message-list";
import { OrganisationAnswers } from "@/components/applications/organisation-answers";
import { PersonAnswers } from "@/components/applications/person-answers";
import { PlanAnswers } from "@/components/applications/plan-answers";
import { RelatedApplications } from "@/components/applications/related-applications";
import { RelatedPeople } from "@/components/applications/related-people";
import { StepList } from "@/components/applications/step-list";
import { DecisionBar } from "@/components/moderation/decision-bar";
import { NextLink } from "@/components/moderation/next-link";
import { NoteForm } from "@/components/moderation/note-form";
import { Card } from "@/components/ui/card";
import { TitledPart } from "@/components/ui/titled-part";
import {
  addNoteAction,
  releaseApplicationAction,
  resumeReviewAction,
  takeApplicationAction,
} from "@/lib/applications/vetting/actions";
import {
  type ApplicationDossier,
  getApplicationDossier,
} from "@/lib/applications/vetting/dossier.queries";
import { checkMailDomain } from "@/lib/applications/vetting/mail-domain";
import { previewApplicationMails } from "@/lib/applications/vetting/mail-previews";
import { canDecideApplication, canTakeApplication } from "@/lib/applications/vetting/policy";
import { checkRegistration } from "@/lib/applications/vetting/registration-check";
import { readRequest } from "@/lib/core/auth/request";
import { requireStaff } from "@/lib/core/auth/viewer";
import { isAdministrator, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { rowId } from "@/lib/core/text/fields";
import { decideApplicationAction } from "@/lib/moderation/actions";
import { organisationChoices } from "./organisation-choices";
import { readSurroundings } from "./surroundings";

export const generateMetadata = titled("vetting", "dossier.title");

export default async function ApplicationPage({ params }: PageProps<"id">) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const id = rowId.safeParse((await params).id);
  const application = id.success ? await getApplicationDossier(viewer, id.data, locale) : null;
  if (!application) notFound();
  const around = await readSurroundings(viewer, application, locale);
  const { page } = await readRequest();
  const t = getTranslator(locale, "vetting");
  const joins = around.joined?.name ?? null;
  const isDecider = canDecideApplication(viewer, application);
  const notes = around.messages.filter(({ kind }) => kind === "note");
  const exchange = around.messages.filter(({ kind }) => kind !== "note");
  return (
    <>
      <ApplicationHeader application={application} joins={joins} locale={locale} />
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_25rem]">
        <div className="min-w-0 space-y-12">
          <ChangesSince
            application={application}
            earlier={around.earlier}
            exchange={exchange}
            locale={locale}
          />
          <PersonAnswers application={application} locale={locale} />
          <OrganisationAnswers application={application} joins={joins} locale={locale} />
          <PlanAnswers application={application} locale={locale} />
          <TitledPart id="consents" title={t("consents.title")}>
            <ConsentsGiven consents={around.consents} locale={locale} />
          </TitledPart>
          <TitledPart id="messages" title={t("messages.title")}>
            <MessageList
              empty={t("messages.empty")}
              locale={locale}
              messages={exchange}
              wordsLocale={application.locale}
            />
          </TitledPart>
          <TitledPart id="notes" title={t("notes.title")}>
            <MessageList empty={t("notes.empty")} locale={locale} messages={notes} />
            <NoteForm
              action={addNoteAction}
              hidden={{ applicationId: application.id }}
              hint={t("notes.hint")}
              locale={locale}
            />
          </TitledPart>
          <TitledPart id="steps" title={t("steps.title")}>
            <StepList locale={locale} steps={around.steps} />
          </TitledPart>
          {isDecider || canTakeApplication(viewer, application) ? (
            <DecisionBar locale={locale} />
          ) : null}
        </div>
        <aside aria-labelledby="decision" className="space-y-8">
          <Card>
            <h2 className="mb-4 font-semibold text-lg" id="decision">
              {t("desk.title")}
            </h2>
            <ApplicationDecisionForm
              action={decideApplicationAction}
              application={application}
              isOpen={isDecider}
              locale={locale}
              mails={isDecider ? previewApplicationMails(application) : []}
              organisations={organisationChoices(application, around, locale)}
            />
            <Desk
              application={application}
              decided={around.decided}
              locale={locale}
              release={releaseApplicationAction}
              resume={resumeReviewAction}
              take={takeApplicationAction}
              viewer={viewer}
            />
            <NextLink locale={locale} page={page} />
          </Card>
          <Surroundings application={application} around={around} locale={locale} viewer={viewer} />
        </aside>
      </div>
    </>
  );
}

type SurroundingsProps = {
  application: ApplicationDossier;
  around: Awaited<ReturnType<typeof readSurroundings>>;
  locale: Locale;
  viewer: Viewer;
};

/** What the club can check, and who else has to do with it. */
function Surroundings({ application, around, locale, viewer }: SurroundingsProps) {
  const t = getTranslator(locale, "vetting");
  const { answers, email } = application;
  return (
    <>
      <TitledPart id="checks" size="small" title={t("checks.title")}>
        <ApplicationChecks
          atAddress={{ people: around.atAddress, isAdmitted: application.accountId !== null }}
          isAdministrator={isAdministrator(viewer)}
          locale={locale}
          mailDomain={checkMailDomain(email, answers.website)}
          registration={checkRegistration(answers, locale)}
          similar={around.similar}
          sponsor={{ typed: answers.sponsor ?? "", people: around.sponsors }}
        />
      </TitledPart>
      <TitledPart id="related" size="small" title={t("related.title")}>
        <RelatedPeople
          isAdministrator={isAdministrator(viewer)}
          locale={locale}
          people={around.known}
        />
        <RelatedApplications applications={around.related} locale={locale} />
      </TitledPart>
    </>
  );
}
