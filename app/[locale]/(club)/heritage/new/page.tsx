import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StartForm } from "@/components/heritage/start-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { requireAccount } from "@/lib/core/auth/viewer";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { startHeritageAction } from "@/lib/heritage/actions";
import { canDraftHeritage } from "@/lib/heritage/policy";
import { listUnpublished } from "@/lib/heritage/queries";

type NewHeritagePageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: NewHeritagePageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "heritage");
  return { title: t("new.title"), robots: { index: false } };
}

/** Where an administrator begins an item, with those that are not online. */
export default async function NewHeritagePage({ params }: NewHeritagePageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireAccount(locale, "/heritage/new");
  if (!canDraftHeritage(viewer)) notFound();
  const t = getTranslator(locale, "heritage");
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
      <StartForm
        action={startHeritageAction}
        locale={locale}
        unpublished={await listUnpublished(viewer)}
      />
    </>
  );
}
