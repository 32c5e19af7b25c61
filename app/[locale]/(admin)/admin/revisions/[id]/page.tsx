import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DecisionForm } from "@/components/moderation/decision-form";
import { Dossier } from "@/components/moderation/dossier";
import { DossierHeader } from "@/components/moderation/dossier-header";
import { EntryFacts } from "@/components/moderation/entry-facts";
import { EntryTexts } from "@/components/moderation/entry-texts";
import { RevisionChanges } from "@/components/moderation/revision-changes";
import { SinceLastRead } from "@/components/moderation/since-last-read";
import { TitledPart } from "@/components/ui/titled-part";
import { requireStaff } from "@/lib/core/auth/viewer";
import type { Locale } from "@/lib/core/i18n/locales";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { rowId } from "@/lib/core/text/fields";
import { listChoiceChanges, listTextChanges } from "@/lib/entries/difference";
import { pageOf } from "@/lib/entries/noun";
import { canDecideRevision } from "@/lib/entries/policy";
import { decideRevisionAction } from "@/lib/moderation/actions";
import { getRevisionDossier } from "@/lib/moderation/dossiers.queries";
import { checkIdentity, checkStanding } from "@/lib/moderation/identity-checks";
import { previewMails, reasonSentences } from "@/lib/moderation/mail-previews";
import { getIdentity, listDecisionsOn } from "@/lib/moderation/queries";
import { countUnfavourable } from "@/lib/moderation/unfavourable";

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
  const { entry, live, proposed, lastRead } = revision;
  const { noun, owner } = entry;
  const [identity, decisions] = await Promise.all([
    getIdentity(viewer, owner.accountId, locale),
    listDecisionsOn(viewer, owner.accountId, locale),
  ]);
  if (!identity) notFound();
  const t = getTranslator(locale, "admin");
  const isOpen = canDecideRevision(viewer, { ...entry, revision: revision.state });
  return (
    <>
      <DossierHeader
        kind="revision"
        live={entry.moderation === "published" ? pageOf(entry) : null}
        locale={locale}
        moderation={revision.state}
        originalLocale={proposed.originalLocale}
        submittedAt={revision.submittedAt}
        title={proposed.title}
      />
      <Dossier
        checks={checksOf(revision, countUnfavourable(decisions))}
        decision={
          isOpen ? (
            <RevisionDecision locale={locale} revision={revision} />
          ) : (
            <p>{t(entry.isOwn ? "decide.own" : "decide.closed")}</p>
          )
        }
        decisions={decisions}
        identity={identity}
        isOpen={isOpen}
        locale={locale}
        ownerLocale={owner.locale}
      >
        {isOpen && lastRead ? (
          <SinceLastRead lastRead={lastRead} locale={locale} noun={noun} now={proposed} />
        ) : null}
        {isOpen ? (
          <TitledPart id="changes" title={t("dossier.changes")}>
            <RevisionChanges
              choices={listChoiceChanges(noun.fields, live, proposed, locale)}
              locale={locale}
              noun={noun}
              texts={listTextChanges(noun.fields, live, proposed)}
            />
          </TitledPart>
        ) : null}
        <TitledPart id="text" title={t("dossier.text")}>
          <EntryTexts content={proposed} locale={locale} noun={noun} stale={revision.stale} />
        </TitledPart>
        <TitledPart id="facts" title={t("dossier.facts")}>
          <EntryFacts content={proposed} locale={locale} noun={noun} />
        </TitledPart>
      </Dossier>
    </>
  );
}

type Revision = NonNullable<Awaited<ReturnType<typeof getRevisionDossier>>>;

/** A project's text is read by some who may not know whose it is. */
function checksOf({ entry, live, proposed }: Revision, unfavourable: number) {
  const { owner, organisation } = entry;
  if (!("ownerLevel" in live)) return checkStanding(owner, organisation, unfavourable);
  const { textLevel, ownerLevel } = live;
  const read = { ...proposed, textLevel, ownerLevel };
  return checkIdentity(read, owner, organisation, unfavourable);
}

type RevisionDecisionProps = { revision: Revision; locale: Locale };

function RevisionDecision({ revision, locale }: RevisionDecisionProps) {
  const { entry, proposed } = revision;
  const { noun, owner } = entry;
  return (
    <DecisionForm
      action={decideRevisionAction}
      hidden={{
        revisionId: revision.id,
        kind: entry.entryKind,
        version: String(revision.version),
      }}
      locale={locale}
      ownerLocale={owner.locale}
      refusals={noun.refusals}
      previews={{
        previews: previewMails(
          "revision",
          { ...owner, displayName: {} },
          { ...entry, published: proposed },
          noun,
        ),
        sentences: reasonSentences(owner.locale, noun.refusals),
      }}
    />
  );
}
