import { notFound } from "next/navigation";
import { EndContact } from "@/components/introductions/end-contact";
import { IntroductionAnswer } from "@/components/introductions/introduction-answer";
import { IntroductionMachine } from "@/components/introductions/introduction-machine";
import { IntroductionPassing } from "@/components/introductions/introduction-passing";
import { OtherPerson } from "@/components/introductions/other-person";
import { ThroughWhom } from "@/components/introductions/through-whom";
import { Badge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { MoveForm } from "@/components/ui/move-form";
import { PageHeader } from "@/components/ui/page-header";
import { QuotedWords } from "@/components/ui/quoted-words";
import { TitledPart } from "@/components/ui/titled-part";
import { requireMember } from "@/lib/core/auth/viewer";
import { formatDay, today } from "@/lib/core/dates";
import { chosenProvider } from "@/lib/core/i18n/machine-translation";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import {
  answerIntroductionAction,
  chooseIntroductionMachineAction,
  endContactAction,
  forgetIntroductionTranslationAction,
  passIntroductionAction,
  translateIntroductionAction,
  withdrawIntroductionAction,
} from "@/lib/introductions/actions";
import { clockWords, stateWords } from "@/lib/introductions/introduction-words";
import { getTranslation } from "@/lib/introductions/machine.queries";
import { getThrough } from "@/lib/introductions/passing.queries";
import {
  canEndContact,
  canKeepBackIntroduction,
  canSetAsideIntroduction,
  canWithdrawIntroduction,
} from "@/lib/introductions/policy";
import { getIntroduction } from "@/lib/introductions/queries";
import { shownName } from "@/lib/members/member-card";
import { noteNoticesSeen } from "@/lib/notifications/list.queries";

const MACHINE = {
  choose: chooseIntroductionMachineAction,
  translate: translateIntroductionAction,
  forget: forgetIntroductionTranslationAction,
};

const TITLES = {
  asker: "page.fromMe",
  asked: "page.fromThem",
  "go-between": "page.between",
} as const;

export const generateMetadata = titled("introductions", "page.title");

export default async function IntroductionPage({ params }: PageProps<"id">) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const viewer = await requireMember(locale, `/introductions/${id}`);
  const opened = new Date();
  const introduction = (await getIntroduction(viewer, id)) ?? notFound();
  noteNoticesSeen(viewer, opened, id);
  const t = getTranslator(locale, "introductions");
  const through = await getThrough(viewer, introduction);
  const made = await getTranslation(viewer, id, locale);
  const { party, createdAt, words, locale: writtenIn } = introduction;
  // The person and how they are reached come first, once both said yes.
  const isMet = introduction.state === "accepted";
  const person = shownName(introduction, locale).text;
  const clock = clockWords(introduction, locale, today());
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[
              {
                label: getTranslator(locale, "exchanges")("title"),
                href: path(locale, "/exchanges"),
              },
            ]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        eyebrow={
          <>
            <Badge tone={introduction.state === "accepted" ? "success" : "neutral"}>
              {stateWords(introduction, locale)}
            </Badge>
            <span>{t("page.sentOn", { day: formatDay(createdAt, locale) })}</span>
          </>
        }
        lead={clock}
        title={t(TITLES[party ?? "asked"], { person })}
      />
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-10">
          {isMet ? <OtherPerson introduction={introduction} locale={locale} /> : null}
          <TitledPart id="message" size="tight" title={t("page.message")}>
            <QuotedWords lang={writtenIn} words={words} />
            {writtenIn === locale ? null : (
              <p className="mt-2 text-muted text-sm">
                {t("page.writtenIn", { language: writtenIn })}
              </p>
            )}
            <div className="mt-4">
              <IntroductionMachine
                actions={MACHINE}
                introduction={introduction}
                locale={locale}
                made={made}
                provider={chosenProvider()?.name ?? null}
              />
            </div>
          </TitledPart>
          {through && party ? (
            <ThroughWhom locale={locale} party={party} through={through} />
          ) : null}
          {through && canKeepBackIntroduction(viewer, introduction) ? (
            <IntroductionPassing
              action={passIntroductionAction}
              introduction={introduction}
              locale={locale}
              through={through}
            />
          ) : null}
          {canSetAsideIntroduction(viewer, introduction) ? (
            <IntroductionAnswer
              action={answerIntroductionAction}
              introduction={introduction}
              locale={locale}
            />
          ) : null}
          {canWithdrawIntroduction(viewer, introduction) ? (
            <div className="space-y-3">
              <p className="max-w-measure text-secondary">{t("withdraw.text")}</p>
              <MoveForm
                action={withdrawIntroductionAction}
                hidden={{ introductionId: introduction.id }}
                label={t("withdraw.confirm")}
                locale={locale}
                scope="withdraw"
                variant="secondary"
              />
            </div>
          ) : null}
        </div>
        <div className="space-y-6 self-start">
          {isMet ? null : <OtherPerson introduction={introduction} locale={locale} />}
          {canEndContact(viewer, introduction) ? (
            <EndContact
              action={endContactAction}
              from="introductions"
              id={id}
              locale={locale}
              memberId={introduction.isMine ? introduction.askedId : introduction.askerId}
            />
          ) : null}
        </div>
      </div>
    </>
  );
}
