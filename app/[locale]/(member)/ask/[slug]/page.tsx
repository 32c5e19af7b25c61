import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AnswerMarks } from "@/components/asks/answer-marks";
import { AskClock } from "@/components/asks/ask-clock";
import { OwnAsk } from "@/components/asks/own-ask";
import { BackToList } from "@/components/entries/back-to-list";
import { EntryTitle } from "@/components/entries/entry-title";
import { QuestionsSection } from "@/components/entries/questions-section";
import { SaidBy } from "@/components/entries/said-by";
import { LocalizedProse } from "@/components/ui/localized-prose";
import { PageHeader } from "@/components/ui/page-header";
import { answerAskAction, markHelpfulAction, withdrawAskAction } from "@/lib/asks/actions";
import { ASKS } from "@/lib/asks/ask";
import { getAsk, getAskInSight } from "@/lib/asks/queries";
import { getAskSheet } from "@/lib/asks/translating.queries";
import { requireMember } from "@/lib/core/auth/viewer";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import {
  removeAnswerAction,
  removeQuestionAction,
  replyToQuestionAction,
} from "@/lib/entries/questions/actions";
import { listQuestions } from "@/lib/entries/questions/queries";
import { noteNoticesSeen } from "@/lib/notifications/list.queries";
import { readNotice } from "../../../page-notice";
import { Report, TakeDown, underEach } from "../../../take-down";

const ANSWER_ACTIONS = {
  ask: answerAskAction,
  answer: replyToQuestionAction,
  remove: removeQuestionAction,
  removeAnswer: removeAnswerAction,
};

async function readAsk(params: PageProps<"slug">["params"]) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireMember(locale, `/ask/${slug}`);
  const ask = (await getAsk(viewer, slug)) ?? notFound();
  return { locale, viewer, ask };
}

export async function generateMetadata({ params }: PageProps<"slug">): Promise<Metadata> {
  const { locale, ask } = await readAsk(params);
  return { title: titleOf(ask, locale), robots: { index: false } };
}

const titleOf = (ask: Awaited<ReturnType<typeof readAsk>>["ask"], locale: Locale) =>
  pickText(ask.title, locale, ask.originalLocale)?.text ??
  getTranslator(locale, "asks")("untitled");

export default async function OneAskPage({ params }: PageProps<"slug">) {
  const { locale, viewer, ask } = await readAsk(params);
  const t = getTranslator(locale, "asks");
  const opened = new Date();
  const found = await listQuestions(viewer, await getAskInSight(viewer, ask.slug), { locale });
  if (found) noteNoticesSeen(viewer, opened, found.entryId);
  const answers = found && { ...found, canAsk: found.canAsk && ask.isOpen };
  const takeDowns = await underEach(viewer, "question", answers?.questions ?? [], locale);
  const under = new Map<string, ReactNode>(
    answers?.questions.map((answer) => [
      answer.id,
      <>
        <AnswerMarks answer={answer} locale={locale} mark={markHelpfulAction} />
        {takeDowns.get(answer.id)}
      </>,
    ]),
  );
  const isOnline = ask.moderation === "published";
  return (
    <article>
      <PageHeader
        before={<BackToList locale={locale} noun={ASKS} />}
        eyebrow={isOnline ? <AskClock ask={ask} locale={locale} /> : null}
        lead={<SaidBy by={ask.by} isOwn={ask.isOwn} locale={locale} />}
        title={<EntryTitle isHeading entry={ask} locale={locale} noun={ASKS} />}
      />
      <TitleTranslation ask={ask} locale={locale} viewer={viewer} />
      <TakeDown kind="ask" locale={locale} thing={ask} viewer={viewer} />
      {ask.isOwn ? (
        <OwnAsk ask={ask} isOnline={isOnline} locale={locale} withdraw={withdrawAskAction} />
      ) : null}
      {isOnline && !ask.isOpen ? <p className="text-secondary">{t("page.closedText")}</p> : null}
      {answers ? (
        <QuestionsSection
          actions={ANSWER_ACTIONS}
          entry={{ entryKind: ASKS.kind, slug: ask.slug }}
          locale={locale}
          page={answers}
          takeDowns={under}
          told={(await readNotice(locale))?.form ?? null}
        />
      ) : null}
      <Report kind="ask" locale={locale} thing={ask} viewer={viewer} />
    </article>
  );
}

type TitleTranslationProps = Awaited<ReturnType<typeof readAsk>>;

/** Of a translated question the original; where it lacks a language, the way to translate it for those who do. */
async function TitleTranslation({ ask, locale, viewer }: TitleTranslationProps) {
  const t = getTranslator(locale, "asks");
  const { slug, title, originalLocale } = ask;
  const shown = pickText(title, locale, originalLocale);
  const original = title[originalLocale];
  const missing = LOCALES.filter((to) => !title[to]);
  const open = await getAskSheet(viewer, slug, ...missing);
  const isTranslated = shown && original && shown.lang !== originalLocale;
  if (!isTranslated && !open) return null;
  return (
    <div className="no-print mb-6 space-y-3">
      {isTranslated ? (
        <details>
          <summary className="min-h-9 cursor-pointer py-1 text-link">{t("page.original")}</summary>
          <LocalizedProse lang={originalLocale} text={original} />
        </details>
      ) : null}
      {open ? (
        <p>
          <a className="py-1" href={path(locale, `/ask/${slug}/questions`, { to: open.to })}>
            {t("page.translate")}
          </a>
        </p>
      ) : null}
    </div>
  );
}
