import { notFound } from "next/navigation";
import { InterestForm } from "@/components/interests/interest-form";
import { NextSteps } from "@/components/interests/next-steps";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { listAffiliations } from "@/lib/affiliations/queries";
import { requireActor } from "@/lib/core/auth/viewer";
import { today } from "@/lib/core/dates";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { sendInterestAction } from "@/lib/interests/actions";
import { titleWords } from "@/lib/interests/interest-words";
import { interestRefusal } from "@/lib/interests/policy";
import { getApproach } from "@/lib/interests/sending.queries";
import { getShownSectors } from "@/lib/interests/shown.queries";
import { whoWeAre } from "@/lib/interests/who-we-are";
import { getOwnProfile } from "@/lib/members/queries";

export const generateMetadata = titled("interests", "form.title");

export default async function InterestFormPage({ params }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireActor(locale, `/projects/${slug}/interest`);
  const approach = (await getApproach(viewer, slug)) ?? notFound();
  const t = getTranslator(locale, "interests");
  const refusal = interestRefusal(viewer, approach, today());
  if (refusal) {
    const { standingId } = approach;
    return (
      <>
        <PageHeader title={t("form.refusedTitle")} />
        <Notice className="max-w-measure" tone="warning">
          <p>{getTranslator(locale, "errors")(refusal)}</p>
        </Notice>
        <p className="mt-6 flex flex-wrap gap-3">
          <LinkButton href={path(locale, `/projects/${slug}`)}>{t("form.back")}</LinkButton>
          <LinkButton
            href={path(locale, standingId ? `/interests/${standingId}` : "/exchanges")}
            variant="secondary"
          >
            {t(standingId ? "door.open" : "form.mine")}
          </LinkButton>
        </p>
      </>
    );
  }
  const [unnamed, profile, affiliations] = await Promise.all([
    getShownSectors(viewer),
    getOwnProfile(viewer),
    listAffiliations(viewer, viewer.memberId ?? "", locale),
  ]);
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[
              {
                label: getTranslator(locale, "projects")("list.title"),
                href: path(locale, "/projects"),
              },
              { label: titleWords(approach, locale), href: path(locale, `/projects/${slug}`) },
            ]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={t("form.lead")}
        title={t("form.title")}
      />
      <div className="grid gap-10 lg:grid-cols-[minmax(0,42rem)_20rem]">
        <InterestForm
          about={whoWeAre({ profile, organisation: affiliations[0] ?? null }, locale)}
          action={sendInterestAction}
          locale={locale}
          organisations={affiliations.map(({ organisationId, name }) => ({
            value: organisationId,
            label: name.text,
          }))}
          projectId={approach.id}
          unnamed={unnamed}
        />
        <div>
          <NextSteps locale={locale} />
        </div>
      </div>
    </>
  );
}
