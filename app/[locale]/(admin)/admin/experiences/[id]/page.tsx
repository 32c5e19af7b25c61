import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DecisionForm } from "@/components/moderation/decision-form";
import { Dossier } from "@/components/moderation/dossier";
import { DossierHeader } from "@/components/moderation/dossier-header";
import { EntryFacts } from "@/components/moderation/entry-facts";
import { EntryTexts } from "@/components/moderation/entry-texts";
import { SinceLastRead } from "@/components/moderation/since-last-read";
import { TitledPart } from "@/components/ui/titled-part";
import { requireStaff } from "@/lib/core/auth/viewer";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { rowId } from "@/lib/core/text/fields";
import { pageOf } from "@/lib/entries/noun";
import { canDecideEntry } from "@/lib/entries/policy";
import { decideExperienceAction } from "@/lib/moderation/actions";
import { getDossier } from "@/lib/moderation/dossiers.queries";
import { checkStanding } from "@/lib/moderation/identity-checks";
import { previewMails, reasonSentences } from "@/lib/moderation/mail-previews";
import { getIdentity, listDecisionsOn } from "@/lib/moderation/queries";
import { countUnfavourable } from "@/lib/moderation/unfavourable";

type DossierPageProps = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: DossierPageProps): Promise<Metadata> {
  return { title: getTranslator(await pageLocale(params), "admin")("dossier.experience") };
}

export default async function ExperienceDossierPage({ params }: DossierPageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const id = rowId.safeParse((await params).id);
  const experience = id.success ? await getDossier(viewer, "experience", id.data) : null;
  if (!experience) notFound();
  const { noun, owner, content, moderation, lastRead, organisation, version } = experience;
  const [identity, decisions] = await Promise.all([
    getIdentity(viewer, owner.accountId, locale),
    listDecisionsOn(viewer, owner.accountId, locale),
  ]);
  if (!identity) notFound();
  const t = getTranslator(locale, "admin");
  const isOpen = canDecideEntry(viewer, experience);
  const shown = { noun, locale, content };
  return (
    <>
      <DossierHeader
        kind="experience"
        live={moderation === "published" ? pageOf(experience) : null}
        locale={locale}
        moderation={moderation}
        originalLocale={content.originalLocale}
        submittedAt={experience.submittedAt}
        title={content.title}
      />
      <Dossier
        checks={checkStanding(owner, organisation, countUnfavourable(decisions))}
        decision={
          isOpen ? (
            <DecisionForm
              action={decideExperienceAction}
              hidden={{ experienceId: experience.id, version: String(version) }}
              locale={locale}
              ownerLocale={owner.locale}
              previews={{
                previews: previewMails(
                  "experience",
                  { ...owner, displayName: {} },
                  { ...experience, published: content },
                  noun,
                ),
                sentences: reasonSentences(owner.locale, noun.refusals),
              }}
              refusals={noun.refusals}
            />
          ) : (
            <p>{t(experience.isOwn ? "decide.own" : "decide.closed")}</p>
          )
        }
        decisions={decisions}
        identity={identity}
        isOpen={isOpen}
        locale={locale}
        ownerLocale={owner.locale}
      >
        {isOpen && lastRead ? (
          <SinceLastRead lastRead={lastRead} locale={locale} noun={noun} now={content} />
        ) : null}
        <TitledPart id="text" title={t("dossier.text")}>
          <EntryTexts {...shown} stale={experience.stale} />
        </TitledPart>
        <TitledPart id="facts" title={t("dossier.facts")}>
          <EntryFacts {...shown} />
        </TitledPart>
      </Dossier>
    </>
  );
}
