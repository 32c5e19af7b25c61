import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { IntroductionForm } from "@/components/introductions/introduction-form";
import { IntroductionRefused } from "@/components/introductions/introduction-refused";
import { WhatFollows } from "@/components/introductions/what-follows";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/core/auth/viewer";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { askIntroductionAction } from "@/lib/introductions/actions";
import { getAskedPerson } from "@/lib/introductions/asking.queries";
import { introductionRefusal } from "@/lib/introductions/policy";
import { shownName } from "@/lib/members/member-card";

type AskPageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Title and page ask for the same person; the database is asked once. */
const readPerson = cache(async (locale: Locale, slug: string) => {
  const viewer = await requireActor(
    locale,
    `/introductions/new?${new URLSearchParams({ to: slug })}`,
  );
  return { viewer, person: await getAskedPerson(viewer, { slug }) };
});

async function readPage({ params, searchParams }: AskPageProps) {
  const locale = await pageLocale(params);
  const [slug = ""] = [(await searchParams).to].flat();
  const { viewer, person } = await readPerson(locale, slug);
  return { locale, viewer, person: person ?? notFound() };
}

export async function generateMetadata(props: AskPageProps): Promise<Metadata> {
  const { locale } = await readPage(props);
  const t = getTranslator(locale, "introductions");
  return { title: t("ask.button"), robots: { index: false } };
}

export default async function AskIntroductionPage(props: AskPageProps) {
  const { locale, viewer, person } = await readPage(props);
  const refusal = introductionRefusal(viewer, person, today());
  const { slug, memberId } = person;
  if (refusal) return <IntroductionRefused locale={locale} refusal={refusal} slug={slug} />;
  const t = getTranslator(locale, "introductions");
  const name = shownName(person, locale).text;
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[
              {
                label: getTranslator(locale, "members")("member.back"),
                href: path(locale, "/members"),
              },
              { label: name, href: path(locale, `/members/${slug}`) },
            ]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={t("ask.lead", { person: name })}
        title={t("ask.title", { person: name })}
      />
      <div className="grid gap-10 lg:grid-cols-[minmax(0,42rem)_20rem]">
        <IntroductionForm action={askIntroductionAction} locale={locale} memberId={memberId} />
        <WhatFollows locale={locale} person={name} />
      </div>
    </>
  );
}
