import { notFound } from "next/navigation";
import { BackToList } from "@/components/entries/back-to-list";
import { ShareForm } from "@/components/experiences/share-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { shareExperienceAction } from "@/lib/experiences/actions";
import { EXPERIENCES } from "@/lib/experiences/experience";
import { canDraftExperience } from "@/lib/experiences/policy";
import { getPrefill } from "@/lib/experiences/prefill.queries";
import { isTrustedAuthor } from "@/lib/experiences/trust.queries";

export const generateMetadata = titled("experiences", "new.title");

export default async function NewExperiencePage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireActor(locale, "/experiences/new");
  if (!canDraftExperience(viewer)) notFound();
  const t = getTranslator(locale, "experiences");
  return (
    <>
      <PageHeader
        before={<BackToList locale={locale} noun={EXPERIENCES} />}
        lead={t("new.lead")}
        title={t("new.title")}
      />
      <ShareForm
        action={shareExperienceAction}
        isTrusted={await isTrustedAuthor(viewer)}
        locale={locale}
        start={await getPrefill(viewer, await searchParams, locale)}
      />
    </>
  );
}
