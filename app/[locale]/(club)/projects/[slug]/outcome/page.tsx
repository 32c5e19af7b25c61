import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { FollowUpForm } from "@/components/projects/follow-up-form";
import { OutcomeForm } from "@/components/projects/outcome-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/core/auth/viewer";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { answerFollowUpAction, recordOutcomeAction } from "@/lib/projects/outcomes/actions";
import { getOwnOutcome } from "@/lib/projects/outcomes/queries";

/** Title and page ask for the same project; the database is asked once. */
const readOutcome = cache(async (locale: Locale, slug: string) => {
  const viewer = await requireActor(locale, `/projects/${slug}/outcome`);
  return (await getOwnOutcome(viewer, slug)) ?? notFound();
});

export async function generateMetadata({ params }: PageProps<"slug">): Promise<Metadata> {
  const locale = await pageLocale(params);
  await readOutcome(locale, (await params).slug);
  return { title: getTranslator(locale, "outcomes")("title"), robots: { index: false } };
}

export default async function OutcomePage({ params }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const project = await readOutcome(locale, (await params).slug);
  const t = getTranslator(locale, "outcomes");
  const { slug, title, originalLocale, outcome, mayRecord, followUps } = project;
  const called = pickText(title, locale, originalLocale)?.text ?? t("untitled");
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: called, href: path(locale, `/projects/${slug}`) }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={t("lead")}
        title={t("title")}
      />
      <div className="max-w-2xl space-y-6">
        {followUps.map((followUp) => (
          <FollowUpForm
            action={answerFollowUpAction}
            followUp={followUp}
            key={followUp.id}
            locale={locale}
          />
        ))}
        {outcome ? (
          <p className="text-muted">
            {t("recorded", { day: formatDay(outcome.recordedAt, locale) })}
          </p>
        ) : null}
        {mayRecord ? (
          <OutcomeForm action={recordOutcomeAction} locale={locale} project={project} />
        ) : null}
        {!mayRecord && !outcome ? <EmptyState text={t("notYet")} title={t("notYetTitle")} /> : null}
      </div>
    </>
  );
}
