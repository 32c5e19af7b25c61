import type { Metadata } from "next";
import { ExperienceList } from "@/components/experiences/experience-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TitledPart } from "@/components/ui/titled-part";
import { requireMember } from "@/lib/core/auth/viewer";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { canDraftExperience } from "@/lib/experiences/policy";
import { listExperiences, listOwnExperiences } from "@/lib/experiences/queries";

type ExperiencesPageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: ExperiencesPageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "experiences");
  return { title: t("list.title"), robots: { index: false } };
}

export default async function ExperiencesPage({ params }: ExperiencesPageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireMember(locale, "/experiences");
  const [all, own] = await Promise.all([listExperiences(viewer), listOwnExperiences(viewer)]);
  const t = getTranslator(locale, "experiences");
  return (
    <>
      <PageHeader
        actions={
          canDraftExperience(viewer) ? (
            <LinkButton href={path(locale, "/experiences/new")}>{t("list.new")}</LinkButton>
          ) : undefined
        }
        lead={t("list.lead")}
        title={t("list.title")}
      />
      <div className="space-y-12">
        {own.length > 0 ? (
          <TitledPart id="mine" title={t("list.mine")}>
            <ExperienceList areOwn experiences={own} locale={locale} />
          </TitledPart>
        ) : null}
        {all.length > 0 ? (
          <TitledPart id="all" title={t("list.others")}>
            <ExperienceList experiences={all} locale={locale} />
          </TitledPart>
        ) : (
          <EmptyState text={t("list.emptyText")} title={t("list.emptyTitle")} />
        )}
      </div>
    </>
  );
}
