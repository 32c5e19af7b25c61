import { notFound } from "next/navigation";
import { OwnEntries } from "@/components/entries/own-entries";
import { StartForm } from "@/components/heritage/start-form";
import { Badge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { TitledPart } from "@/components/ui/titled-part";
import { requireAccount } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { startHeritageAction } from "@/lib/heritage/actions";
import { HERITAGE } from "@/lib/heritage/heritage";
import { canDraftHeritage } from "@/lib/heritage/policy";
import { listUnsettled } from "@/lib/heritage/queries";

export const generateMetadata = titled("heritage", "new.title");

/** Where an administrator begins an item, with those that are not online as they are to be. */
export default async function NewHeritagePage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireAccount(locale, "/heritage/new");
  if (!canDraftHeritage(viewer)) notFound();
  const t = getTranslator(locale, "heritage");
  const unsettled = await listUnsettled(viewer);
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: t("title"), href: path(locale, "/heritage") }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        title={t("new.title")}
      />
      <StartForm action={startHeritageAction} locale={locale} />
      {unsettled.length > 0 ? (
        <div className="mt-12">
          <TitledPart id="unsettled" title={t("new.unsettled")}>
            <OwnEntries
              beside={({ hasEdit }) =>
                hasEdit ? <Badge tone="info">{t("new.edited")}</Badge> : null
              }
              heading="h3"
              locale={locale}
              noun={HERITAGE}
              rows={unsettled}
            />
          </TitledPart>
        </div>
      ) : null}
    </>
  );
}
