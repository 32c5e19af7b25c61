import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TooManyPages } from "@/components/members/too-many-pages";
import { FindForm } from "@/components/organisations/find-form";
import { NumberOutOfSight } from "@/components/organisations/number-out-of-sight";
import { OrganisationForm } from "@/components/organisations/organisation-form";
import { SimilarList } from "@/components/organisations/similar-list";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/core/auth/viewer";
import { env } from "@/lib/core/env";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { spendDirectoryPage } from "@/lib/directory/page-limit";
import { createOrganisationAction } from "@/lib/organisations/actions";
import { readFindAddress } from "@/lib/organisations/find-address";
import { newEntry } from "@/lib/organisations/organisation-entry";
import { canCreateOrganisation } from "@/lib/organisations/policy";
import {
  isNumberOutOfSight,
  listOrganisationsNamedLike,
  listSimilarOrganisations,
  MOST_SIMILAR,
} from "@/lib/organisations/similar.queries";

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const locale = await pageLocale(props.params);
  const t = getTranslator(locale, "organisations");
  const { faults } = readFindAddress(await props.searchParams);
  const prefix = Object.keys(faults).length > 0 ? formCopy(locale).errorPrefix : "";
  return { title: prefix + t("find.title"), robots: { index: false } };
}

/** First whether the club knows it already, then all about it. */
export default async function NewOrganisationPage(props: PageProps) {
  const locale = await pageLocale(props.params);
  const viewer = await requireActor(locale, "/organisations/new");
  if (viewer.memberId === null || !canCreateOrganisation(viewer, viewer.memberId)) notFound();
  const { step, ...asked } = readFindAddress(await props.searchParams);
  const t = getTranslator(locale, "organisations");
  const refusal = step === "find" ? null : await spendDirectoryPage(viewer, locale);
  if (refusal) return <TooManyPages locale={locale} refusal={refusal} />;
  const { name, number } = asked;
  const same =
    step === "find"
      ? []
      : await listSimilarOrganisations(viewer, { names: [name], number }, locale);
  const isSameNumber = same.some(({ by }) => by === "number");
  const isLooked = step === "look" && !isSameNumber;
  const alike = isLooked ? await listOrganisationsNamedLike(viewer, name, locale) : [];
  const others = alike.filter(({ id }) => same.every((one) => one.id !== id));
  const found = [...same, ...others].slice(0, MOST_SIMILAR);
  const isKnown = found.length > 0 && (step === "look" || isSameNumber);
  const isOutOfSight = step !== "find" && !isKnown && (await isNumberOutOfSight(viewer, number));
  const isForm = step !== "find" && !isKnown && !isOutOfSight;
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: t("title"), href: path(locale, "/organisations") }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={isForm ? t("form.newLead") : step === "find" ? t("find.lead") : undefined}
        title={isForm ? t("form.newTitle") : t("find.title")}
      />
      {step === "find" ? <FindForm asked={asked} locale={locale} /> : null}
      {isKnown ? <SimilarList asked={asked} found={found} locale={locale} /> : null}
      {isOutOfSight ? (
        <NumberOutOfSight asked={asked} contact={env().CLUB_CONTACT} locale={locale} />
      ) : null}
      {isForm ? (
        <OrganisationForm
          action={createOrganisationAction}
          entry={newEntry(asked, locale)}
          isAnother={same.length > 0}
          locale={locale}
          saved={null}
        />
      ) : null}
    </>
  );
}
