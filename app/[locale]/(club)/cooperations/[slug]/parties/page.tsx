import { notFound, redirect } from "next/navigation";
import { PartiesForm } from "@/components/cooperations/parties-form";
import { BackToEntry } from "@/components/entries/back-to-entry";
import { EntryTitle } from "@/components/entries/entry-title";
import { PageHeader } from "@/components/ui/page-header";
import { setPartiesAction } from "@/lib/cooperations/actions";
import { COOPERATIONS } from "@/lib/cooperations/cooperation";
import { getCooperation } from "@/lib/cooperations/queries";
import { requireActor } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { canSetKeepers } from "@/lib/entries/policy";

export const generateMetadata = titled("cooperations", "parties.title");

export default async function PartiesPage({ params }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireActor(locale, `/cooperations/${slug}/parties`);
  const cooperation = await getCooperation(viewer, slug);
  if (!cooperation?.isOwn) notFound();
  if (!canSetKeepers(viewer, cooperation)) redirect(path(locale, `/cooperations/${slug}`));
  const t = getTranslator(locale, "cooperations");
  return (
    <>
      <PageHeader
        before={<BackToEntry locale={locale} noun={COOPERATIONS} slug={slug} />}
        eyebrow={<span>{t("parties.title")}</span>}
        lead={t("parties.lead")}
        title={<EntryTitle isHeading entry={cooperation} locale={locale} noun={COOPERATIONS} />}
      />
      <PartiesForm
        action={setPartiesAction}
        cooperation={cooperation}
        locale={locale}
        parties={cooperation.parties}
      />
    </>
  );
}
