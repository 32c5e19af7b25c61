import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ActivityFacts } from "@/components/activities/activity-facts";
import { ActivityHead } from "@/components/activities/activity-head";
import { ActivitySummary } from "@/components/activities/activity-summary";
import { OwnerPanel } from "@/components/activities/owner-panel";
import { AskButton } from "@/components/introductions/ask-button";
import { TooManyPages } from "@/components/members/too-many-pages";
import { VisitorInvitation } from "@/components/shell/visitor-invitation";
import { confirmActivityAction } from "@/lib/activities/actions";
import { canEditActivity } from "@/lib/activities/policy";
import { getActivity } from "@/lib/activities/queries";
import { getViewer } from "@/lib/core/auth/viewer";
import { isActiveMember } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { spendDirectoryPage } from "@/lib/directory/page-limit";
import { publicMetadata } from "../../../(public)/public-metadata";
import { Keep } from "../../../keep";
import { Report, TakeDown } from "../../../take-down";
import { wayBack } from "../../../way-back";

/** Read and counted once for the page and its head. */
const findActivity = cache(async (slug: string, locale: Locale) => {
  const viewer = await getViewer();
  const refusal = viewer ? await spendDirectoryPage(viewer, locale) : null;
  const activity = (await getActivity(viewer, slug, locale)) ?? notFound();
  return { viewer, refusal, activity };
});

export async function generateMetadata({ params }: PageProps<"slug">): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const { activity } = await findActivity(slug, locale);
  const t = getTranslator(locale, "activities");
  const title = activity.title?.text ?? t("untitled");
  if (activity.visibility !== "public") return { title, robots: { index: false } };
  const summary = pickText(activity.summary, locale, activity.originalLocale);
  const description = summary?.text ?? t("list.lead");
  const picturedAs = "/activities";
  return publicMetadata({ locale, to: `/activities/${slug}`, title, description, picturedAs });
}

export default async function ActivityPage({ params }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const { viewer, refusal, activity } = await findActivity(slug, locale);
  if (refusal) return <TooManyPages locale={locale} refusal={refusal} />;
  const t = getTranslator(locale, "activities");
  return (
    <>
      <ActivityHead
        activity={activity}
        back={await wayBack(locale, "/activities")}
        locale={locale}
      />
      <Keep kind="activity" locale={locale} thing={activity} viewer={viewer} />
      <TakeDown kind="activity" locale={locale} thing={activity} viewer={viewer} />
      {canEditActivity(viewer, activity.facts) ? (
        <OwnerPanel activity={activity} confirm={confirmActivityAction} locale={locale} />
      ) : null}
      <div className="grid gap-10 lg:grid-cols-[1fr_20rem]">
        <div className="min-w-0 space-y-8">
          <ActivitySummary activity={activity} locale={locale} />
          {viewer ? null : (
            <VisitorInvitation
              locale={locale}
              next={`/activities/${slug}`}
              text={t("invitation.activity.text")}
              title={t("invitation.activity.title")}
            />
          )}
        </div>
        <ActivityFacts
          activity={activity}
          ask={
            activity.member && isActiveMember(viewer) && !activity.isOwn ? (
              <AskButton
                about={{ kind: "activity", slug }}
                locale={locale}
                to={activity.member.slug}
              />
            ) : null
          }
          locale={locale}
        />
      </div>
      <Report kind="activity" locale={locale} thing={activity} viewer={viewer} />
    </>
  );
}
