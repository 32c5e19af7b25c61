import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MoneyForm } from "@/components/projects/money-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/core/auth/viewer";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { draftProjectAction } from "@/lib/projects/actions";
import { canDraftProject } from "@/lib/projects/policy";

type NewProjectPageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: NewProjectPageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "projects");
  return { title: t("money.title"), robots: { index: false } };
}

export default async function NewProjectPage({ params }: NewProjectPageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireMember(locale, "/projects/new");
  if (!canDraftProject(viewer)) notFound();
  const t = getTranslator(locale, "projects");
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: t("list.title"), href: path(locale, "/projects") }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={t("money.lead")}
        title={t("money.title")}
      />
      <MoneyForm action={draftProjectAction} locale={locale} />
    </>
  );
}
