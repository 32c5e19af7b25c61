import { notFound } from "next/navigation";
import { AskTranslation } from "@/components/entries/ask-translation";
import { MachineForm } from "@/components/entries/machine-form";
import { OffersSection } from "@/components/entries/offers-section";
import { OwnOffers } from "@/components/entries/own-offers";
import { SheetForm } from "@/components/entries/sheet-form";
import { SheetState } from "@/components/entries/sheet-state";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { LanguageName } from "@/components/ui/language-name";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TabsNav } from "@/components/ui/tabs-nav";
import { getViewer } from "@/lib/core/auth/viewer";
import type { FormAction } from "@/lib/core/form-state";
import { isLocale, LOCALES } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { chosenProvider } from "@/lib/core/i18n/machine-translation";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { pageOf } from "@/lib/entries/noun";
import type { NounVerbs } from "@/lib/entries/noun-verbs";
import { countOpenOffers } from "@/lib/entries/offers.queries";
import { getTranslationSheet } from "@/lib/entries/translation-sheet.queries";
import { getWish } from "@/lib/entries/translation-wishes.queries";

export type TranslatePageProps = PageProps<"slug">;

type SheetPageProps = TranslatePageProps & {
  noun: NounVerbs;
  /** Its kind's actions, by their names. */
  actions: Record<
    | "saveTranslationsAction"
    | "offerTranslationsAction"
    | "acceptOfferAction"
    | "acceptAllOffersAction"
    | "declineOfferAction"
    | "withdrawOfferAction"
    | "translateByMachineAction"
    | "askTranslationAction",
    FormAction
  >;
};

export const translateMetadata = titled("translations", "title");

/** The translations of an entry into one language: its owner's own and what is offered to them, or what a reader offers. */
export async function TranslatePage(props: SheetPageProps) {
  const { noun } = props;
  const actions = actionsOf(props);
  const locale = await pageLocale(props.params);
  const { slug } = await props.params;
  const [asked] = [(await props.searchParams).to].flat();
  const viewer = await getViewer();
  const wanted = isLocale(asked) ? asked : null;
  const sheet = await getTranslationSheet(viewer, noun, slug, wanted, locale);
  if (!viewer || !sheet) notFound();
  const { to, original, isOwn } = sheet;
  const { kind } = noun;
  const page = pageOf({ entryKind: kind, slug });
  const t = getTranslator(locale, "translations");
  const provider = chosenProvider();
  const waiting = await countOpenOffers(viewer, noun, slug);
  const title = pickText(sheet.title, locale, original)?.text;
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: title ?? t(`${kind}.back`), href: path(locale, page) }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={t(isOwn ? "lead" : `${kind}.leadOffer`, { language: to })}
        title={t("title")}
      />
      <TabsNav
        label={t("languages")}
        tabs={LOCALES.filter((one) => one !== original).map((one) => ({
          label: <LanguageName of={one} />,
          href: path(locale, `${page}/translate`, { to: one }),
          current: one === to,
          ...(waiting.has(one) && { count: waiting.get(one) }),
        }))}
      />
      <SheetState locale={locale} sheet={sheet} />
      <OffersSection actions={actions} locale={locale} sheet={sheet} />
      {provider && isOwn ? (
        <MachineForm
          action={actions.machine}
          locale={locale}
          provider={provider.name}
          sheet={sheet}
        />
      ) : null}
      <OwnOffers locale={locale} sheet={sheet} withdraw={actions.withdraw} />
      {sheet.fields.length > 0 ? (
        <SheetForm actions={actions} locale={locale} sheet={sheet} />
      ) : (
        <EmptyState
          action={<LinkButton href={path(locale, `${page}/edit`)}>{t(`${kind}.edit`)}</LinkButton>}
          text={t("nothingText")}
          title={t("nothingTitle")}
        />
      )}
      {sheet.mayAsk && sheet.fields.some(({ current }) => current === "") ? (
        <AskTranslation
          action={actions.ask}
          askedAt={await getWish(sheet)}
          entryId={sheet.entryId}
          locale={locale}
          text={t("wish.text", { from: original, to })}
          to={to}
        />
      ) : null}
    </>
  );
}

/** What the forms of the sheet send, by what it does. */
const actionsOf = ({ actions }: SheetPageProps) => ({
  save: actions.saveTranslationsAction,
  offer: actions.offerTranslationsAction,
  accept: actions.acceptOfferAction,
  acceptAll: actions.acceptAllOffersAction,
  decline: actions.declineOfferAction,
  withdraw: actions.withdrawOfferAction,
  machine: actions.translateByMachineAction,
  ask: actions.askTranslationAction,
});
