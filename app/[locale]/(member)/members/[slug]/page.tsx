import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ActivityTimeline } from "@/components/activities/activity-timeline";
import { UnlistedNotice } from "@/components/consents/unlisted-notice";
import { AskButton } from "@/components/introductions/ask-button";
import { BlockPanel } from "@/components/members/block-panel";
import { MemberContacts } from "@/components/members/member-contacts";
import { MemberFacts } from "@/components/members/member-facts";
import { MemberHeader } from "@/components/members/member-header";
import { MemberOffers } from "@/components/members/member-offers";
import { MemberOrganisations } from "@/components/members/member-organisations";
import { MemberText } from "@/components/members/member-text";
import { ProjectLinks } from "@/components/members/project-links";
import { TooManyPages } from "@/components/members/too-many-pages";
import { ViewAsTabs } from "@/components/members/view-as-tabs";
import { TitledPart } from "@/components/ui/titled-part";
import { listTimeline } from "@/lib/activities/queries";
import { listAffiliations } from "@/lib/affiliations/queries";
import { requireMember } from "@/lib/core/auth/viewer";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { spendDirectoryPage } from "@/lib/directory/page-limit";
import { blockMemberAction, unblockMemberAction } from "@/lib/introductions/blocking.actions";
import { canBlockMember } from "@/lib/introductions/blocking.policy";
import { mayBeAsked } from "@/lib/introductions/policy";
import { shownName } from "@/lib/members/member-card";
import { isViewAs, type ViewAs } from "@/lib/members/policy";
import { getMember, getMemberContacts } from "@/lib/members/queries";
import { listProjectsOfMember } from "@/lib/projects/listing.queries";
import { Keep } from "../../../keep";
import { Report, TakeDown } from "../../../take-down";
import { wayBack } from "../../../way-back";

const BLOCKING = { block: blockMemberAction, unblock: unblockMemberAction };

/** Title and page ask for the same person; the database is asked once. */
const readMember = cache(async (locale: Locale, slug: string, as: ViewAs | undefined) => {
  const viewer = await requireMember(locale, `/members/${slug}`);
  const refusal = await spendDirectoryPage(viewer, locale);
  return { viewer, refusal, member: await getMember(viewer, slug, as) };
});

async function readPage({ params, searchParams }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const { as: asked } = await searchParams;
  const as = isViewAs(asked) ? asked : undefined;
  const { member, ...rest } = await readMember(locale, slug, as);
  return { ...rest, locale, as, member: member ?? notFound() };
}

export async function generateMetadata(props: PageProps<"slug">): Promise<Metadata> {
  const { locale, refusal, member } = await readPage(props);
  const t = getTranslator(locale, "members");
  const { names, nameZh } = member;
  const name = names ? shownName({ ...names, nameZh }, locale).text : t("member.someone");
  return { title: refusal ? t("directory.title") : name, robots: { index: false } };
}

export default async function MemberPage(props: PageProps<"slug">) {
  const { locale, viewer, refusal, member, as } = await readPage(props);
  if (refusal) return <TooManyPages locale={locale} refusal={refusal} />;
  const [contacts, affiliations, timeline, projects] = await Promise.all([
    getMemberContacts(viewer, member.id, as),
    listAffiliations(viewer, member.id, locale, as),
    listTimeline(viewer, { memberId: member.id }, locale, as),
    listProjectsOfMember(viewer, member.id, as),
  ]);
  const t = getTranslator(locale, "members");
  const shared = { member, locale };
  const isOffered = mayBeAsked(viewer, member) && !member.isBlocked;
  return (
    <>
      <MemberHeader
        {...shared}
        back={await wayBack(locale, "/members")}
        ask={isOffered ? <AskButton locale={locale} to={member.slug} /> : null}
      />
      {member.isOwn ? null : <Keep kind="member" locale={locale} thing={member} viewer={viewer} />}
      <TakeDown kind="member" locale={locale} thing={member} viewer={viewer} />
      {member.isOwn && !member.isListed && !member.isHidden ? (
        <UnlistedNotice locale={locale} />
      ) : null}
      {member.isOwn ? <ViewAsTabs as={as} locale={locale} slug={member.slug} /> : null}
      <div className="gap-x-12 gap-y-10 max-lg:space-y-10 lg:grid lg:grid-cols-[1fr_18rem] lg:items-start">
        <div className="min-w-0 space-y-10">
          <MemberOffers {...shared} isPreview={as !== undefined} />
          {pickText(member.bio, locale, member.originalLocale) ? (
            <TitledPart id="bio" size="tight" title={t("member.bio")}>
              <MemberText
                locale={locale}
                original={member.originalLocale}
                stale={member.stale.bio}
                text={member.bio}
              />
            </TitledPart>
          ) : null}
          {timeline.length > 0 || (member.isOwn && !as) ? (
            <TitledPart id="activities" size="tight" title={t("member.activities")}>
              <ActivityTimeline isOwn={member.isOwn && !as} items={timeline} locale={locale} />
            </TitledPart>
          ) : null}
          {projects.length > 0 ? (
            <TitledPart id="projects" size="tight" title={t("member.projects")}>
              <ProjectLinks locale={locale} projects={projects} />
            </TitledPart>
          ) : null}
        </div>
        <aside className="space-y-8 lg:border-hairline lg:border-l lg:pl-8">
          <MemberFacts {...shared} />
          {affiliations.length > 0 ? (
            <TitledPart id="organisations" size="small" title={t("member.organisations")}>
              <MemberOrganisations affiliations={affiliations} locale={locale} />
            </TitledPart>
          ) : null}
          <TitledPart id="contacts" size="small" title={t("member.contacts")}>
            <MemberContacts
              contacts={contacts ?? { email: null, phone: null, wechat: null }}
              locale={locale}
            />
          </TitledPart>
          {canBlockMember(viewer, { memberId: member.id }) ? (
            <BlockPanel {...shared} actions={BLOCKING} />
          ) : null}
        </aside>
      </div>
      <Report kind="member" locale={locale} thing={member} viewer={viewer} />
    </>
  );
}
