import { notFound } from "next/navigation";
import { PartiesFields } from "@/components/cooperations/parties-fields";
import { BackToList } from "@/components/entries/back-to-list";
import { StartForm } from "@/components/entries/start-form";
import { PageHeader } from "@/components/ui/page-header";
import { mayDraftForSome } from "@/lib/affiliations/roles.queries";
import { startCooperationAction } from "@/lib/cooperations/actions";
import { COOPERATIONS } from "@/lib/cooperations/cooperation";
import { requireActor } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";

export const generateMetadata = titled("cooperations", "new.title");

export default async function NewCooperationPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireActor(locale, "/cooperations/new");
  if (!(await mayDraftForSome(viewer))) notFound();
  const t = getTranslator(locale, "cooperations");
  return (
    <>
      <PageHeader
        before={<BackToList locale={locale} noun={COOPERATIONS} />}
        lead={t("new.lead")}
        title={t("new.title")}
      />
      <StartForm
        action={startCooperationAction}
        language={t("new.language")}
        locale={locale}
        noun={COOPERATIONS}
        submit={t("new.submit")}
      >
        <PartiesFields locale={locale} />
      </StartForm>
    </>
  );
}
