import { notFound } from "next/navigation";
import { AskButton } from "@/components/introductions/ask-button";
import { AsideList } from "@/components/matching/aside-list";
import { AsideNotice } from "@/components/matching/aside-notice";
import { CandidateCard } from "@/components/matching/candidate-card";
import { FitGroups } from "@/components/matching/fit-groups";
import { OrganisationMatchCard } from "@/components/matching/organisation-match-card";
import { ProjectTitle } from "@/components/projects/project-title";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { mayAct } from "@/lib/core/auth/standing";
import { requireMember } from "@/lib/core/auth/viewer";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { dismissCandidateAction, recallDismissalAction } from "@/lib/matching/actions";
import { getMatchedProject, listCandidates } from "@/lib/matching/candidates.queries";
import { listDismissedCandidates } from "@/lib/matching/dismissals.queries";
import {
  listOrganisationMatches,
  type OrganisationMatch,
} from "@/lib/matching/organisations.queries";

/** As many as one reads through. */
const SHOWN = 24;
const SHOWN_ORGANISATIONS = 8;

export const generateMetadata = titled("matching", "candidates.title");

export default async function CandidatesPage({ params, searchParams }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireMember(locale, `/projects/${slug}/candidates`);
  const project = (await getMatchedProject(viewer, slug)) ?? notFound();
  const { aside } = await searchParams;
  const [found, organisations, dismissed] = await Promise.all([
    listCandidates(viewer, project, locale, SHOWN),
    listOrganisationMatches(viewer, project, locale, SHOWN_ORGANISATIONS),
    listDismissedCandidates(viewer, project.id, locale),
  ]);
  const t = getTranslator(locale, "matching");
  const asides = dismissed.map(({ id, memberId, name }) => ({ id, memberId, name: name.text }));
  const last = asides.find(({ memberId }) => memberId === aside);
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: t("candidates.back"), href: path(locale, `/projects/${slug}`) }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        eyebrow={<ProjectTitle locale={locale} project={project} />}
        lead={t("candidates.lead")}
        title={t("candidates.title")}
      />
      {last ? (
        <AsideNotice
          aside={last}
          locale={locale}
          recall={recallDismissalAction}
          text={t("aside.doneMember", { name: last.name })}
        />
      ) : null}
      <section aria-labelledby="members">
        <h2 className="mb-4 font-semibold text-2xl" id="members">
          {t("candidates.members")}
        </h2>
        {found.length === 0 ? (
          <EmptyState
            action={
              <LinkButton href={path(locale, `/projects/${slug}/edit`)}>
                {t("candidates.edit")}
              </LinkButton>
            }
            headingLevel={3}
            text={t("candidates.emptyText")}
            title={t("candidates.emptyTitle")}
          />
        ) : (
          <>
            <p className="mb-4 max-w-measure text-secondary">{t("candidates.reach")}</p>
            <FitGroups found={found} headingLevel={3} locale={locale}>
              {(some) =>
                some.map((one) => (
                  <CandidateCard
                    ask={
                      mayAct(viewer) ? (
                        <AskButton
                          about={{ kind: "project", slug }}
                          locale={locale}
                          person={one.card.name.text}
                          to={one.card.slug}
                        />
                      ) : null
                    }
                    dismiss={dismissCandidateAction}
                    found={one}
                    key={one.id}
                    locale={locale}
                    slug={slug}
                  />
                ))
              }
            </FitGroups>
          </>
        )}
        <AsideList asides={asides} locale={locale} recall={recallDismissalAction} />
      </section>
      <Organisations found={organisations} locale={locale} />
    </>
  );
}

function Organisations({ found, locale }: { found: OrganisationMatch[]; locale: Locale }) {
  const t = getTranslator(locale, "matching");
  return (
    <section aria-labelledby="organisations" className="mt-12">
      <h2 className="mb-4 font-semibold text-2xl" id="organisations">
        {t("candidates.organisations")}
      </h2>
      {found.length === 0 ? (
        <p className="text-muted">{t("candidates.noOrganisations")}</p>
      ) : (
        <FitGroups found={found} headingLevel={3} locale={locale}>
          {(some) =>
            some.map((one) => (
              <OrganisationMatchCard found={one} key={one.organisation.slug} locale={locale} />
            ))
          }
        </FitGroups>
      )}
    </section>
  );
}
