import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AskTranslation } from "@/components/entries/ask-translation";
import { QuestionSheet } from "@/components/entries/question-sheet";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LanguageName } from "@/components/ui/language-name";
import { PageHeader } from "@/components/ui/page-header";
import { TabsNav } from "@/components/ui/tabs-nav";
import { getViewer } from "@/lib/core/auth/viewer";
import type { FormAction } from "@/lib/core/form-state";
import { isLocale, LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { pageOf } from "@/lib/entries/noun";
import type { NounVerbs } from "@/lib/entries/noun-verbs";
import { nounWords } from "@/lib/entries/noun-words";
import { translateQuestionAction } from "@/lib/entries/questions/actions";
import { getQuestionSheet } from "@/lib/entries/questions/sheet.queries";
import { getWish } from "@/lib/entries/translation-wishes.queries";

export type QuestionsPageProps = PageProps<"slug">;

type SheetPageProps = QuestionsPageProps & {
  noun: NounVerbs;
  /** Its kind's; without it nobody is asked to translate them. */
  ask?: FormAction;
  /** What else is translated there. */
  children?: ReactNode;
};

export const questionsMetadata =
  ({ kind }: NounVerbs) =>
  async ({ params }: QuestionsPageProps): Promise<Metadata> => {
    const t = getTranslator(await pageLocale(params), "translations");
    return { title: t("questions.title", { kind }), robots: { index: false } };
  };

/** The questions under an entry and their answers in another language: what somebody translates, and asks others for. */
export async function EntryQuestionsPage(props: SheetPageProps) {
  const { params, searchParams, noun, ask, children } = props;
  const locale = await pageLocale(params);
  const { slug } = await params;
  const to = await askedLanguage(searchParams, locale);
  const sheet = (await getQuestionSheet(await getViewer(), noun, slug, to)) ?? notFound();
  const { kind } = noun;
  const page = pageOf({ entryKind: kind, slug });
  const t = getTranslator(locale, "translations");
  const title = pickText(sheet.title, locale, sheet.originalLocale)?.text;
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[
              { label: title ?? nounWords(noun, locale)("untitled"), href: path(locale, page) },
            ]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={t("questions.lead", { kind, language: to })}
        title={t("questions.title", { kind })}
      />
      <TabsNav
        label={t("languages")}
        tabs={LOCALES.map((one) => ({
          label: <LanguageName of={one} />,
          href: path(locale, `${page}/questions`, { to: one }),
          current: one === to,
        }))}
      />
      {children}
      <QuestionSheet action={translateQuestionAction} kind={kind} locale={locale} sheet={sheet} />
      {ask && sheet.mayAsk && sheet.missing > 0 ? (
        <AskTranslation
          action={ask}
          askedAt={await getWish(sheet)}
          entryId={sheet.entryId}
          locale={locale}
          text={t("questions.wish", { to })}
          to={to}
        />
      ) : null}
    </>
  );
}

/** Into which language the address asks to translate; else the reader's. */
export async function askedLanguage(
  searchParams: QuestionsPageProps["searchParams"],
  locale: Locale,
): Promise<Locale> {
  const [asked = ""] = [(await searchParams).to].flat();
  return isLocale(asked) ? asked : locale;
}
