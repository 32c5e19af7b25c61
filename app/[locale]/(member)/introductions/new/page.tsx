import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { IntroductionForm } from "@/components/introductions/introduction-form";
import { IntroductionRefused } from "@/components/introductions/introduction-refused";
import { WhatFollows } from "@/components/introductions/what-follows";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/core/auth/viewer";
import { isActiveMember } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { chosenProvider } from "@/lib/core/i18n/machine-translation";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { askAddress, readAbout } from "@/lib/introductions/about";
import { askIntroductionAction } from "@/lib/introductions/actions";
import { getAskedPerson } from "@/lib/introductions/asking.queries";
import { listGoBetweens } from "@/lib/introductions/passing.queries";
import { introductionRefusal } from "@/lib/introductions/policy";
import { shownName } from "@/lib/members/member-card";
import { readOpening } from "./opening";

/** Title and page ask for the same person; the database is asked once. `from` is what one came from, as the address says it. */
const readPerson = cache(async (locale: Locale, slug: string, from: string | undefined) => {
  const about = readAbout(from) ?? undefined;
  const viewer = await requireActor(locale, askAddress(slug, about));
  return { viewer, about, person: await getAskedPerson(viewer, { slug }) };
});

async function readPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const { to, about: from } = await searchParams;
  const [slug = ""] = [to].flat();
  const { viewer, about, person } = await readPerson(locale, slug, [from].flat()[0]);
  return { locale, viewer, about, person: person ?? notFound() };
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { locale } = await readPage(props);
  const t = getTranslator(locale, "introductions");
  return { title: t("ask.button"), robots: { index: false } };
}

export default async function AskIntroductionPage(props: PageProps) {
  const { locale, viewer, about, person } = await readPage(props);
  const refusal = introductionRefusal(viewer, person, today());
  const { slug, memberId } = person;
  if (refusal) return <IntroductionRefused locale={locale} refusal={refusal} slug={slug} />;
  const goBetweens = isActiveMember(viewer) ? await listGoBetweens(viewer, memberId) : [];
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
        <IntroductionForm
          action={askIntroductionAction}
          goBetweens={goBetweens}
          locale={locale}
          memberId={memberId}
          provider={chosenProvider()?.name ?? null}
          words={about ? await readOpening(viewer, about, memberId, locale) : undefined}
        />
        <WhatFollows isThrough={goBetweens.length > 0} locale={locale} person={name} />
      </div>
    </>
  );
}
