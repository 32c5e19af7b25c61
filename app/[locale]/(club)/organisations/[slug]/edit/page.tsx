import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { LogoForm } from "@/components/organisations/logo-form";
import { OrganisationForm } from "@/components/organisations/organisation-form";
import { RemoveForm } from "@/components/organisations/remove-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { flashRefusal } from "@/lib/core/auth/flash";
import { requireActor } from "@/lib/core/auth/viewer";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import {
  removeLogoAction,
  removeOrganisationAction,
  saveOrganisationAction,
} from "@/lib/organisations/actions";
import { isLogoRefusal } from "@/lib/organisations/logo-refusals";
import { organisationName } from "@/lib/organisations/organisation-name";
import { countDependents, getOrganisation } from "@/lib/organisations/queries";

/** Title and page ask for the same organisation; the database is asked once. */
const findEditable = cache(async (slug: string, locale: Locale) => {
  const viewer = await requireActor(locale, `/organisations/${slug}/edit`);
  const organisation = await getOrganisation(viewer, slug);
  return organisation?.canEdit ? { viewer, organisation } : notFound();
});

export async function generateMetadata({ params }: PageProps<"slug">): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { organisation } = await findEditable((await params).slug, locale);
  const { text } = organisationName(organisation, locale);
  const title = getTranslator(locale, "organisations")("form.editTitle", { name: text });
  return { title, robots: { index: false } };
}

export default async function EditOrganisationPage(props: PageProps<"slug">) {
  const locale = await pageLocale(props.params);
  const { slug } = await props.params;
  const { refused } = await props.searchParams;
  const { viewer, organisation } = await findEditable(slug, locale);
  const { id, version, logo } = organisation;
  const dependents = await countDependents(viewer, organisation);
  const name = organisationName(organisation, locale).text;
  const t = getTranslator(locale, "organisations");
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: name, href: path(locale, `/organisations/${slug}`) }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={t("form.editLead")}
        title={t("form.editTitle", { name })}
      />
      <div className="max-w-3xl space-y-8">
        <LogoForm
          locale={locale}
          organisation={{ id, slug, logo, name }}
          refusal={await flashRefusal(refused, isLogoRefusal, { locale, viewer })}
          remove={removeLogoAction}
        />
        <OrganisationForm
          action={saveOrganisationAction}
          entry={organisation}
          locale={locale}
          saved={{ id, slug, version }}
        />
        <RemoveForm
          action={removeOrganisationAction}
          dependents={dependents}
          locale={locale}
          organisation={{ id, version }}
        />
      </div>
    </>
  );
}
