import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { GroupList } from "@/components/applications/group-list";
import { StartForm } from "@/components/applications/start-form";
import { WhatWeAsk } from "@/components/applications/what-we-ask";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { MoveForm } from "@/components/ui/move-form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { findInvitation } from "@/lib/affiliations/queries";
import { getApplicant } from "@/lib/applications/access.queries";
import { closeApplicationAction, startApplicationAction } from "@/lib/applications/actions";
import { groupState } from "@/lib/applications/answer-faults";
import { groupsFor } from "@/lib/applications/form-steps";
import { getOwnApplication, type OwnApplication } from "@/lib/applications/queries";
import { mayRead } from "@/lib/core/auth/standing";
import { getViewer } from "@/lib/core/auth/viewer";
import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { findMemberInvitation } from "@/lib/invitations/queries";
import { publicMetadata } from "../public-metadata";
import { readAskedFees } from "./asked-fees";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "applications");
  const description = t("start.lead");
  return publicMetadata({ locale, to: "/apply", title: t("start.title"), description });
}

export default async function ApplyPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await getViewer();
  if (viewer) redirect(path(locale, mayRead(viewer) ? "/home" : "/account"));
  const invitation = [(await searchParams).invitation].flat()[0];
  const application = await getOwnApplication(await getApplicant(), locale);
  if (!application || invitation) return <Start invitation={invitation} locale={locale} />;
  if (application.state !== "draft") redirect(path(locale, "/apply/status"));
  return <Tasks application={application} locale={locale} />;
}

async function Start({ invitation, locale }: { invitation: string | undefined; locale: Locale }) {
  const t = getTranslator(locale, "applications");
  const [invited, byMember] = invitation
    ? await Promise.all([
        findInvitation(invitation, locale),
        findMemberInvitation(invitation, locale),
      ])
    : [null, null];
  const isKnown = invited !== null || byMember !== null;
  return (
    <>
      <PageHeader lead={t("start.lead")} title={t("start.title")} />
      {invited ? (
        <Notice
          className="mb-8"
          title={t("start.invited", { organisation: invited.organisationName })}
        >
          {t("start.invitedHint")}
        </Notice>
      ) : null}
      {byMember ? (
        <Notice className="mb-8" title={t("start.invitedBy", { person: byMember.person })}>
          {t("start.invitedByHint")}
        </Notice>
      ) : null}
      {invitation && !isKnown ? (
        <Notice className="mb-8" tone="warning">
          {t("start.invitationOver")}
        </Notice>
      ) : null}
      <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-[1fr_22rem]">
        <Card as="section" className="lg:sticky lg:top-6 lg:col-start-2" labelledBy="begin">
          <h2 className="mb-4 font-semibold text-xl" id="begin">
            {t("start.formTitle")}
          </h2>
          <StartForm
            action={startApplicationAction}
            email={invited?.email ?? byMember?.email}
            invitation={isKnown ? invitation : undefined}
            locale={locale}
          />
          <p className="mt-6 border-hairline border-t pt-4 text-secondary text-sm">
            {t("start.member")} <a href={path(locale, "/sign-in")}>{t("start.signIn")}</a>
          </p>
        </Card>
        <div className="lg:col-start-1 lg:row-start-1">
          <WhatWeAsk
            asked={await readAskedFees(locale)}
            joins={invited ? "invited" : false}
            locale={locale}
          />
        </div>
      </div>
    </>
  );
}

function Tasks({ application, locale }: { application: OwnApplication; locale: Locale }) {
  const t = getTranslator(locale, "applications");
  const { answers, email, updatedAt } = application;
  const groups = groupsFor(application.joining);
  const done = groups.filter((group) => groupState(group, answers, application) === "complete");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        eyebrow={t("tasks.done", { done: done.length, all: groups.length })}
        lead={t("tasks.lead", { email })}
        title={t("tasks.title")}
      />
      <GroupList application={application} locale={locale} />
      <div className="mt-8 space-y-3">
        <LinkButton
          href={path(locale, "/apply/check")}
          variant={done.length === groups.length ? "primary" : "secondary"}
        >
          {t("tasks.check")}
        </LinkButton>
        <p className="max-w-measure text-muted text-sm">{t("tasks.checkHint")}</p>
      </div>
      <div className="mt-10 space-y-4 border-hairline border-t pt-6 text-secondary text-sm">
        <p>{t("tasks.kept", { day: formatInstant(updatedAt, locale) })}</p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          <MoveForm
            action={closeApplicationAction}
            hidden={{}}
            isKeyless
            label={t("tasks.close")}
            locale={locale}
            scope="close"
            size="small"
            variant="secondary"
          />
          <a className="inline-block py-2" href={path(locale, "/apply/withdraw")}>
            {t("tasks.withdraw")}
          </a>
        </div>
      </div>
    </div>
  );
}
