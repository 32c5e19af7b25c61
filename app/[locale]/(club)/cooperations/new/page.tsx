import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StartForm } from "@/components/cooperations/start-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { startCooperationAction } from "@/lib/cooperations/actions";
import { mayBegin } from "@/lib/cooperations/parties.queries";
import { requireMember } from "@/lib/core/auth/viewer";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";

type NewCooperationPageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: NewCooperationPageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "cooperations");
  return { title: t("new.title"), robots: { index: false } };
}

export default async function NewCooperationPage({ params }: NewCooperationPageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireMember(locale, "/cooperations/new");
  if (!(await mayBegin(viewer))) notFound();
  const t = getTranslator(locale, "cooperations");
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: t("list.title"), href: path(locale, "/cooperations") }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={t("new.lead")}
        title={t("new.title")}
      />
      <StartForm action={startCooperationAction} locale={locale} />
    </>
  );
}
