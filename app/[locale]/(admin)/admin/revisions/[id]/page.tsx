import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DecisionForm } from "@/components/moderation/decision-form";
import { Dossier } from "@/components/moderation/dossier";
import { DossierHeader } from "@/components/moderation/dossier-header";
import { ProjectFacts } from "@/components/moderation/project-facts";
import { ProjectTexts } from "@/components/moderation/project-texts";
import { RevisionChanges } from "@/components/moderation/revision-changes";
import { SinceLastRead } from "@/components/moderation/since-last-read";
import { TitledPart } from "@/components/ui/titled-part";
import { requireStaff } from "@/lib/core/auth/viewer";
import type { Locale } from "@/lib/core/i18n/locales";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { rowId } from "@/lib/core/text/fields";
import { listChoiceChanges, listTextChanges } from "@/lib/entries/difference";
import { canDecideRevision } from "@/lib/entries/policy";
import { decideRevisionAction } from "@/lib/moderation/actions";
import { checkIdentity } from "@/lib/moderation/identity-checks";
import { previewMails, reasonSentences } from "@/lib/moderation/mail-previews";
import { getIdentity, listDecisionsOn } from "@/lib/moderation/queries";
import { countUnfavourable } from "@/lib/moderation/unfavourable";
import { getRevisionDossier } from "@/lib/projects/dossiers.queries";
import { PROJECT } from "@/lib/projects/project";

type DossierPageProps = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: DossierPageProps): Promise<Metadata> {
  return { title: getTranslator(await pageLocale(params), "admin")("dossier.revision") };
}

export default async function RevisionDossierPage({ params }: DossierPageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const id = rowId.safeParse((await params).id);
  const revision = id.success ? await getRevisionDossier(viewer, id.data) : null;
  if (!revision) notFound();
  const { project, live, proposed, lastRead } = revision;
  const { owner } = project;
  const [identity, decisions] = await Promise.all([
    getIdentity(viewer, owner.accountId, locale),
    listDecisionsOn(viewer, owner.accountId, locale),
  ]);
  if (!identity) notFound();
  const t = getTranslator(locale, "admin");
  const isOpen = canDecideRevision(viewer, { ...project, revision: revision.state });
  return (
    <>
      <DossierHeader
        kind="revision"
        locale={locale}
        moderation={revision.state}
        originalLocale={proposed.originalLocale}
        slug={project.moderation === "published" ? project.slug : null}
        submittedAt={revision.submittedAt}
        title={proposed.title}
      />
      <Dossier
        checks={checkIdentity(
          { ...proposed, textLevel: live.textLevel, ownerLevel: live.ownerLevel },
          owner,
          project.organisation,
          countUnfavourable(decisions),
        )}
        decision={
          isOpen ? (
            <RevisionDecision locale={locale} revision={revision} />
          ) : (
            <p>{t(project.isOwn ? "decide.own" : "decide.closed")}</p>
          )
        }
        decisions={decisions}
        identity={identity}
        isOpen={isOpen}
        locale={locale}
        ownerLocale={owner.locale}
      >
        {isOpen && lastRead ? (
          <SinceLastRead lastRead={lastRead} locale={locale} now={proposed} />
        ) : null}
        {isOpen ? (
          <TitledPart id="changes" title={t("dossier.changes")}>
            <RevisionChanges
              choices={listChoiceChanges(PROJECT, live, proposed, locale)}
              locale={locale}
              texts={listTextChanges(PROJECT, live, proposed)}
            />
          </TitledPart>
        ) : null}
        <TitledPart id="text" title={t("dossier.text")}>
          <ProjectTexts content={proposed} locale={locale} stale={revision.stale} />
        </TitledPart>
        <TitledPart id="facts" title={t("dossier.facts")}>
          <ProjectFacts content={proposed} locale={locale} />
        </TitledPart>
      </Dossier>
    </>
  );
}

type RevisionDecisionProps = {
  revision: NonNullable<Awaited<ReturnType<typeof getRevisionDossier>>>;
  locale: Locale;
};

function RevisionDecision({ revision, locale }: RevisionDecisionProps) {
  const { project, proposed } = revision;
  const { owner } = project;
  return (
    <DecisionForm
      action={decideRevisionAction}
      hidden={{ revisionId: revision.id, version: String(revision.version) }}
      locale={locale}
      ownerLocale={owner.locale}
      previews={{
        previews: previewMails(
          "revision",
          { ...owner, displayName: {} },
          { ...project, published: proposed },
        ),
        sentences: reasonSentences(owner.locale),
      }}
    />
  );
}
