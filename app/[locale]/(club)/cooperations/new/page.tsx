import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StartForm } from "@/components/cooperations/start-form";
import { BackToList } from "@/components/entries/back-to-list";
import { PageHeader } from "@/components/ui/page-header";
import { startCooperationAction } from "@/lib/cooperations/actions";
import { COOPERATIONS } from "@/lib/cooperations/cooperation";
import { mayBegin } from "@/lib/cooperations/parties.queries";
import { requireActor } from "@/lib/core/auth/viewer";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";

type NewCooperationPageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: NewCooperationPageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "cooperations");
  return { title: t("new.title"), robots: { index: false } };
}

export default async function NewCooperationPage({ params }: NewCooperationPageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireActor(locale, "/cooperations/new");
  if (!(await mayBegin(viewer))) notFound();
  const t = getTranslator(locale, "cooperations");
  return (
    <>
      <PageHeader
        before={<BackToList locale={locale} noun={COOPERATIONS} />}
        lead={t("new.lead")}
        title={t("new.title")}
      />
      <StartForm action={startCooperationAction} locale={locale} />
    </>
  );
}
