import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MachineForm } from "@/components/entries/machine-form";
import { OffersSection } from "@/components/entries/offers-section";
import { OwnOffers } from "@/components/entries/own-offers";
import { SheetForm } from "@/components/entries/sheet-form";
import { SheetState } from "@/components/entries/sheet-state";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TabsNav } from "@/components/ui/tabs-nav";
import { getViewer } from "@/lib/core/auth/viewer";
import { isLocale, LOCALE_NAME, LOCALES } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { chosenProvider } from "@/lib/core/i18n/machine-translation";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { countOpenOffers } from "@/lib/entries/offers.queries";
import { getTranslationSheet } from "@/lib/entries/translation-sheet.queries";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import {
  acceptAllOffersAction,
  acceptOfferAction,
  declineOfferAction,
  offerTranslationsAction,
  saveTranslationsAction,
  translateByMachineAction,
  withdrawOfferAction,
} from "@/lib/projects/translations.actions";

const ROWS = { teaser: 5, partnerTask: 6 };

type TranslatePageProps = {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<{ to?: string | string[] }>;
};

export async function generateMetadata({ params }: TranslatePageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "translations");
  return { title: t("title"), robots: { index: false } };
}

export default async function TranslatePage({ params, searchParams }: TranslatePageProps) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const [asked] = [(await searchParams).to].flat();
  const viewer = await getViewer();
  const wanted = isLocale(asked) ? asked : null;
  const sheet = await getTranslationSheet(viewer, PROJECT_VERBS, slug, wanted, locale);
  if (!viewer || !sheet) notFound();
  const { to, original, isOwn } = sheet;
  const t = getTranslator(locale, "translations");
  const provider = chosenProvider();
  const waiting = await countOpenOffers(viewer, PROJECT_VERBS, slug);
  const title = pickText(sheet.title, locale, original)?.text;
  const back = title ?? t("project.back");
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: back, href: path(locale, `/projects/${slug}`) }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={t(isOwn ? "lead" : "project.leadOffer", { language: to })}
        title={t("title")}
      />
      <TabsNav
        label={t("languages")}
        tabs={LOCALES.filter((one) => one !== original).map((one) => ({
          label: LOCALE_NAME[one],
          href: path(locale, `/projects/${slug}/translate`, { to: one }),
          current: one === to,
          ...(waiting.has(one) && { count: waiting.get(one) }),
        }))}
      />
      <SheetState locale={locale} sheet={sheet} />
      <OffersSection
        actions={{
          accept: acceptOfferAction,
          acceptAll: acceptAllOffersAction,
          decline: declineOfferAction,
        }}
        locale={locale}
        sheet={sheet}
      />
      {provider && isOwn ? (
        <MachineForm
          action={translateByMachineAction}
          locale={locale}
          provider={provider.name}
          sheet={sheet}
        />
      ) : null}
      <OwnOffers locale={locale} sheet={sheet} withdraw={withdrawOfferAction} />
      {sheet.fields.length > 0 ? (
        <SheetForm
          actions={{ save: saveTranslationsAction, offer: offerTranslationsAction }}
          locale={locale}
          rows={ROWS}
          sheet={sheet}
        />
      ) : (
        <EmptyState
          action={
            <LinkButton href={path(locale, `/projects/${slug}/edit`)}>
              {t("project.edit")}
            </LinkButton>
          }
          text={t("nothingText")}
          title={t("nothingTitle")}
        />
      )}
    </>
  );
}
