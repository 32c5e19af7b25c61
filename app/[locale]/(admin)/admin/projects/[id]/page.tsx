import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FilesSection } from "@/components/entries/files-section";
import { DecisionForm } from "@/components/moderation/decision-form";
import { Dossier } from "@/components/moderation/dossier";
import { DossierHeader } from "@/components/moderation/dossier-header";
import { EntryFacts } from "@/components/moderation/entry-facts";
import { EntryTexts } from "@/components/moderation/entry-texts";
import { SinceLastRead } from "@/components/moderation/since-last-read";
import { SettingsReview } from "@/components/projects/settings-review";
import { TitledPart } from "@/components/ui/titled-part";
import { requireStaff } from "@/lib/core/auth/viewer";
import type { Locale } from "@/lib/core/i18n/locales";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { rowId } from "@/lib/core/text/fields";
import { listLevelChanges } from "@/lib/entries/difference";
import { getFiled, listFiles } from "@/lib/entries/files/queries";
import { canDecideEntry } from "@/lib/entries/policy";
import { decideProjectAction } from "@/lib/moderation/actions";
import { getDossier } from "@/lib/moderation/dossiers.queries";
import { checkIdentity } from "@/lib/moderation/identity-checks";
import { previewMails, reasonSentences } from "@/lib/moderation/mail-previews";
import { getIdentity, listDecisionsOn } from "@/lib/moderation/queries";
import { countUnfavourable } from "@/lib/moderation/unfavourable";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { PROJECTS, type ProjectContent } from "@/lib/projects/project";

type DossierPageProps = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: DossierPageProps): Promise<Metadata> {
  return { title: getTranslator(await pageLocale(params), "admin")("dossier.project") };
}

export default async function ProjectDossierPage({ params }: DossierPageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const id = rowId.safeParse((await params).id);
  const project = id.success ? await getDossier(viewer, "project", id.data) : null;
  if (!project) notFound();
  const { owner, content } = project;
  const isOpen = canDecideEntry(viewer, project);
  const lastRead = project.moderation === "submitted" ? project.lastRead : null;
  const [identity, decisions, files] = await Promise.all([
    getIdentity(viewer, owner.accountId, locale),
    listDecisionsOn(viewer, owner.accountId, locale),
    listFiles(viewer, await getFiled(viewer, PROJECT_VERBS, project.slug)),
  ]);
  if (!identity) notFound();
  const t = getTranslator(locale, "admin");
  return (
    <>
      <DossierHeader
        kind="project"
        live={project.moderation === "published" ? `/projects/${project.slug}` : null}
        locale={locale}
        moderation={project.moderation}
        originalLocale={content.originalLocale}
        submittedAt={project.submittedAt}
        title={content.title}
      />
      <Dossier
        checks={checkIdentity(content, owner, project.organisation, countUnfavourable(decisions))}
        decision={
          isOpen ? (
            <DecisionForm
              action={decideProjectAction}
              hidden={{ projectId: project.id, version: String(project.version) }}
              locale={locale}
              ownerLocale={owner.locale}
              refusals={project.noun.refusals}
              previews={{
                previews: previewMails(
                  "project",
                  { ...owner, displayName: {} },
                  { ...project, published: content },
                ),
                sentences: reasonSentences(owner.locale),
              }}
            />
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
        {lastRead ? (
          <SinceLastRead
            lastRead={lastRead}
            noun={PROJECTS}
            levels={listLevelChanges(lastRead, content, locale)}
            locale={locale}
            now={content}
          />
        ) : null}
        <TitledPart id="text" title={t("dossier.text")}>
          <EntryTexts content={content} locale={locale} noun={PROJECTS} stale={project.stale} />
        </TitledPart>
        <Facts content={content} locale={locale} slug={project.slug} />
        {files ? (
          <FilesSection
            actions={null}
            entry={{ entryKind: "project", slug: project.slug }}
            locale={locale}
            page={files}
            refusal={null}
          />
        ) : null}
      </Dossier>
    </>
  );
}

type FactsProps = { content: ProjectContent; locale: Locale; slug: string };

function Facts({ content, locale, slug }: FactsProps) {
  return (
    <TitledPart id="facts" title={getTranslator(locale, "admin")("dossier.facts")}>
      <EntryFacts content={content} locale={locale} noun={PROJECTS} />
      <div className="mt-6">
        <SettingsReview content={content} locale={locale} />
      </div>
      <p className="mt-4">
        <a href={path(locale, `/projects/${slug}/history`)}>
          {getTranslator(locale, "projects")("history.title")}
        </a>
      </p>
    </TitledPart>
  );
}
