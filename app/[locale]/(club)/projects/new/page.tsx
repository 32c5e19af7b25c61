import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BackToList } from "@/components/entries/back-to-list";
import { MoneyForm } from "@/components/projects/money-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/core/auth/viewer";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { draftProjectAction } from "@/lib/projects/actions";
import { canDraftProject } from "@/lib/projects/policy";
import { PROJECTS } from "@/lib/projects/project";

type NewProjectPageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: NewProjectPageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "projects");
  return { title: t("money.title"), robots: { index: false } };
}

export default async function NewProjectPage({ params }: NewProjectPageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireActor(locale, "/projects/new");
  if (!canDraftProject(viewer)) notFound();
  const t = getTranslator(locale, "projects");
  return (
    <>
      <PageHeader
        before={<BackToList locale={locale} noun={PROJECTS} />}
        lead={t("money.lead")}
        title={t("money.title")}
      />
      <MoneyForm action={draftProjectAction} locale={locale} />
    </>
  );
}
