import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ActivityTimeline } from "@/components/activities/activity-timeline";
import { PeopleSection } from "@/components/affiliations/people-section";
import { CooperationLinks } from "@/components/cooperations/cooperation-links";
import { AskButton } from "@/components/introductions/ask-button";
import { MemberText } from "@/components/members/member-text";
import { ProjectLinks } from "@/components/members/project-links";
import { TooManyPages } from "@/components/members/too-many-pages";
import { OrganisationFacts } from "@/components/organisations/organisation-facts";
import { OrganisationHead } from "@/components/organisations/organisation-head";
import { VisitorInvitation } from "@/components/shell/visitor-invitation";
import { TitledPart } from "@/components/ui/titled-part";
import { listTimeline } from "@/lib/activities/queries";
import { listPeople } from "@/lib/affiliations/queries";
import { isClaimable } from "@/lib/affiliations/roster.queries";
import { listCooperationsOf } from "@/lib/cooperations/queries";
import { mayRead } from "@/lib/core/auth/standing";
import { getViewer } from "@/lib/core/auth/viewer";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { spendDirectoryPage } from "@/lib/directory/page-limit";
import { organisationName } from "@/lib/organisations/organisation-name";
import { clothOf } from "@/lib/organisations/organisation-swatch";
import {
  getOrganisation,
  type OrganisationPage as Organisation,
} from "@/lib/organisations/queries";
import { listProjectsOfMembers } from "@/lib/projects/listing.queries";
import { publicMetadata } from "../../../(public)/public-metadata";
import { Keep } from "../../../keep";
import { Report, TakeDown } from "../../../take-down";
import { wayBack } from "../../../way-back";

/** Read and counted once for the page and its head. */
const findOrganisation = cache(async (slug: string, locale: Locale) => {
  const viewer = await getViewer();
  const refusal = viewer ? await spendDirectoryPage(viewer, locale) : null;
  const organisation = (await getOrganisation(viewer, slug)) ?? notFound();
  return { viewer, refusal, organisation };
});

export async function generateMetadata({ params }: PageProps<"slug">): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const { organisation } = await findOrganisation(slug, locale);
  const { text, other } = organisationName(organisation, locale);
  const title = other ? `${text} ${other.text}` : text;
  if (organisation.visibility !== "public") return { title, robots: { index: false } };
  const about = pickText(organisation.description, locale, organisation.originalLocale);
  const description = about?.text ?? getTranslator(locale, "organisations")("list.lead");
  const swatch = clothOf(organisation);
  return publicMetadata({ locale, to: `/organisations/${slug}`, title, description, swatch });
}

export default async function OrganisationPage({ params }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const { viewer, refusal, organisation } = await findOrganisation(slug, locale);
  if (refusal) return <TooManyPages locale={locale} refusal={refusal} />;
  const t = getTranslator(locale, "organisations");
  const { id, description, originalLocale, stale } = organisation;
  const timeline = await listTimeline(viewer, { organisationId: id }, locale);
  const agreements = await listCooperationsOf(viewer, id);
  const isEmpty = pickText(description, locale, originalLocale) === null;
  return (
    <>
      <OrganisationHead
        back={await wayBack(locale, "/organisations")}
        locale={locale}
        organisation={organisation}
      />
      {organisation.isFromSources ? (
        <p className="-mt-4 mb-8 max-w-measure text-muted">{t("page.fromSources")}</p>
      ) : null}
      <Keep kind="organisation" locale={locale} thing={organisation} viewer={viewer} />
      <TakeDown kind="organisation" locale={locale} thing={organisation} viewer={viewer} />
      <div className="grid gap-10 lg:grid-cols-[1fr_20rem]">
        <div className="min-w-0 space-y-10">
          {isEmpty && !organisation.canEdit ? null : (
            <TitledPart id="about" size="tight" title={t("page.about")}>
              {isEmpty ? <p className="text-muted">{t("page.noDescription")}</p> : null}
              <MemberText
                locale={locale}
                original={originalLocale}
                stale={stale.description}
                text={description}
              />
            </TitledPart>
          )}
          {timeline.length > 0 ? (
            <TitledPart id="activities" size="medium" title={t("page.activities")}>
              <ActivityTimeline items={timeline} locale={locale} />
            </TitledPart>
          ) : null}
          <CooperationLinks agreements={agreements} locale={locale} party={slug} />
          {mayRead(viewer) ? (
            <Inside locale={locale} organisation={organisation} viewer={viewer} />
          ) : (
            <VisitorInvitation
              isSignedIn={viewer !== null}
              locale={locale}
              next={`/organisations/${slug}`}
              text={t("invitation.page.text")}
              title={t("invitation.page.title")}
            />
          )}
        </div>
        <OrganisationFacts locale={locale} organisation={organisation} />
      </div>
      <Report
        kind="organisation"
        locale={locale}
        thing={{ ...organisation, isOwn: organisation.canEdit }}
        viewer={viewer}
      />
    </>
  );
}

type InsideProps = { viewer: Viewer; organisation: Organisation; locale: Locale };

/** What active members see: its people as far as they show it, and what those propose. */
async function Inside({ viewer, organisation, locale }: InsideProps) {
  const { id, slug } = organisation;
  const t = getTranslator(locale, "organisations");
  const people = await listPeople(viewer, id, locale);
  const projects = await listProjectsOfMembers(
    viewer,
    people.map(({ memberId }) => memberId),
  );
  return (
    <>
      <PeopleSection
        askOf={({ slug: to, name, isSelf, hasPage }) =>
          isActiveMember(viewer) && hasPage && !isSelf ? (
            <AskButton
              about={{ kind: "organisation", slug }}
              locale={locale}
              person={name.text}
              to={to}
            />
          ) : null
        }
        locale={locale}
        mayAsk={isActiveMember(viewer)}
        mayClaim={await isClaimable(viewer, organisation)}
        people={people}
        slug={slug}
      />
      {projects.length > 0 ? (
        <TitledPart id="projects" size="tight" title={t("page.projects")}>
          <ProjectLinks locale={locale} projects={projects} />
        </TitledPart>
      ) : null}
    </>
  );
}
