import { notFound } from "next/navigation";
import { AsideList } from "@/components/matching/aside-list";
import { AsideNotice } from "@/components/matching/aside-notice";
import { FitGroups } from "@/components/matching/fit-groups";
import { MatchCards } from "@/components/matching/match-cards";
import { ProjectTabs } from "@/components/projects/project-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { mayAct } from "@/lib/core/auth/standing";
import { requireMember } from "@/lib/core/auth/viewer";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { pickText } from "@/lib/core/i18n/localized-text";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { dismissProjectAction, recallDismissalAction } from "@/lib/matching/actions";
import { listDismissedProjects } from "@/lib/matching/dismissals.queries";
import { toMatchCard } from "@/lib/matching/match-card";
import { canSeeMatches } from "@/lib/matching/policy";
import { listMatches } from "@/lib/matching/queries";

/** As many as one reads through. */
const SHOWN = 24;

export const generateMetadata = titled("matching", "title");

export default async function MatchesPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireMember(locale, "/matches");
  if (!canSeeMatches(viewer)) notFound();
  const { aside } = await searchParams;
  const [found, dismissed] = await Promise.all([
    listMatches(viewer, locale, SHOWN),
    listDismissedProjects(viewer),
  ]);
  const t = getTranslator(locale, "matching");
  const asides = dismissed.map(({ id, slug, title, originalLocale }) => ({
    id,
    slug,
    name: pickText(title, locale, originalLocale)?.text ?? t("untitled"),
  }));
  const last = asides.find(({ slug }) => slug === aside);
  const profile = path(locale, "/account/profile");
  return (
    <>
      <PageHeader
        actions={
          <LinkButton href={profile} variant="secondary">
            {t("editProfile")}
          </LinkButton>
        }
        lead={t("lead")}
        title={t("title")}
      />
      <ProjectTabs isForYou isMatched locale={locale} />
      {last ? (
        <AsideNotice
          aside={last}
          locale={locale}
          recall={recallDismissalAction}
          text={t("aside.done", { name: last.name })}
        />
      ) : null}
      {found.length === 0 ? (
        <EmptyState
          action={
            <>
              <LinkButton href={profile}>{t("editProfile")}</LinkButton>
              <LinkButton href={path(locale, "/projects")} variant="secondary">
                {t("empty.all")}
              </LinkButton>
            </>
          }
          text={t("empty.text")}
          title={t("empty.title")}
        />
      ) : (
        <>
          <p className="mb-4 font-semibold text-secondary">{t("count", { count: found.length })}</p>
          <FitGroups found={found} headingLevel={2} locale={locale}>
            {(some) => (
              <MatchCards
                cards={some.map((one) => toMatchCard(one, mayAct(viewer), locale))}
                copy={{ why: t("why"), dismiss: t("dismiss"), form: formCopy(locale) }}
                dismiss={dismissProjectAction}
                locale={locale}
              />
            )}
          </FitGroups>
        </>
      )}
      <AsideList asides={asides} locale={locale} recall={recallDismissalAction} />
    </>
  );
}
