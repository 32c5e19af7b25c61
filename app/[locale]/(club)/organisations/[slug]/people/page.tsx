import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { InvitePanel } from "@/components/affiliations/invite-panel";
import { JoinPanel } from "@/components/affiliations/join-panel";
import { OwnPlace } from "@/components/affiliations/own-place";
import { PeopleList } from "@/components/affiliations/people-list";
import { RequestList } from "@/components/affiliations/request-list";
import { TooManyPages } from "@/components/members/too-many-pages";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import {
  acceptRequestAction,
  chooseMainAction,
  declineRequestAction,
  handOverAction,
  inviteColleagueAction,
  leaveOrganisationAction,
  removePersonAction,
  requestAffiliationAction,
  setPositionAction,
  stepDownAction,
  withdrawInvitationAction,
  withdrawRequestAction,
} from "@/lib/affiliations/actions";
import { getOwnInvitation, listOpenInvitations } from "@/lib/affiliations/invitations.queries";
import { canClaim, canJoin, canManagePeople, managersOf } from "@/lib/affiliations/policy";
import { listPeople } from "@/lib/affiliations/queries";
import { findOwnRequest, listOpenRequests } from "@/lib/affiliations/requests.queries";
import { getRoster } from "@/lib/affiliations/roster.queries";
import { requireMember } from "@/lib/core/auth/viewer";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { spendDirectoryPage } from "@/lib/directory/page-limit";

/** Read and counted once for the page and its head. */
const readRoster = cache(async (locale: Locale, slug: string) => {
  const viewer = await requireMember(locale, `/organisations/${slug}/people`);
  const refusal = await spendDirectoryPage(viewer, locale);
  return { viewer, refusal, roster: (await getRoster(viewer, slug, locale)) ?? notFound() };
});

export async function generateMetadata({ params }: PageProps<"slug">): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { roster } = await readRoster(locale, (await params).slug);
  const t = getTranslator(locale, "affiliations");
  return { title: t("people.list", { organisation: roster.name.text }), robots: { index: false } };
}

export default async function PeoplePage({ params }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { viewer, refusal, roster } = await readRoster(locale, (await params).slug);
  if (refusal) return <TooManyPages locale={locale} refusal={refusal} />;
  const isManager = canManagePeople(viewer, roster);
  const mayJoin = canJoin(viewer, roster);
  const [people, requests, invitations, request, invited] = await Promise.all([
    listPeople(viewer, roster.id, locale),
    isManager ? listOpenRequests(viewer, locale, roster.id) : [],
    isManager ? listOpenInvitations(viewer, roster.id) : [],
    findOwnRequest(viewer, roster.id),
    mayJoin ? getOwnInvitation(viewer, roster.id) : null,
  ]);
  const t = getTranslator(locale, "affiliations");
  const mayAsk = mayJoin || canClaim(viewer, roster);
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[
              { label: roster.name.text, href: path(locale, `/organisations/${roster.slug}`) },
            ]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={t("people.lead")}
        title={t("people.title")}
      />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start">
        <div className="min-w-0 space-y-10">
          {requests.length > 0 ? (
            <RequestList
              actions={{ accept: acceptRequestAction, decline: declineRequestAction }}
              locale={locale}
              requests={requests}
            />
          ) : null}
          <PeopleList
            actions={{ handOver: handOverAction, remove: removePersonAction }}
            locale={locale}
            people={people}
            roster={roster}
            viewer={viewer}
          />
        </div>
        <div className="min-w-0 space-y-6">
          {request || mayAsk ? (
            <JoinPanel
              actions={{ request: requestAffiliationAction, withdraw: withdrawRequestAction }}
              isInvited={invited !== null}
              isManaged={managersOf(roster).length > 0}
              isPerson={roster.own !== null}
              locale={locale}
              organisation={roster.name.text}
              organisationId={roster.id}
              request={request}
            />
          ) : null}
          {isManager ? (
            <InvitePanel
              actions={{ invite: inviteColleagueAction, withdraw: withdrawInvitationAction }}
              invitations={invitations}
              locale={locale}
              organisationId={roster.id}
            />
          ) : null}
          <OwnPlace
            actions={{
              setPosition: setPositionAction,
              chooseMain: chooseMainAction,
              stepDown: stepDownAction,
              leave: leaveOrganisationAction,
            }}
            locale={locale}
            roster={roster}
            viewer={viewer}
          />
        </div>
      </div>
    </>
  );
}
