import { redirect } from "next/navigation";
import { AnswersReview } from "@/components/applications/answers-review";
import { ExpectedWords } from "@/components/applications/expected-words";
import { QuestionForm } from "@/components/applications/question-form";
import { RefusalReason } from "@/components/applications/refusal-reason";
import { StatusSteps } from "@/components/applications/status-steps";
import { Card } from "@/components/ui/card";
import { FoldArrow } from "@/components/ui/fold-arrow";
import { LinkButton } from "@/components/ui/link-button";
import { MoveForm } from "@/components/ui/move-form";
import { PageHeader } from "@/components/ui/page-header";
import {
  answerQuestionAction,
  closeApplicationAction,
  reapplyAction,
} from "@/lib/applications/actions";
import type { OwnApplication } from "@/lib/applications/queries";
import { formatDay } from "@/lib/core/dates";
import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { requireApplication } from "../own-application";

type PartProps = { application: OwnApplication; locale: Locale };

export const generateMetadata = titled("applications", "title");

export default async function StatusPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const application = await requireApplication(locale);
  const { state, refusal, answers, messages } = application;
  if (state === "draft") redirect(path(locale, "/apply"));
  const t = getTranslator(locale, "applications");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        eyebrow={t("title")}
        lead={<Lead application={application} locale={locale} />}
        title={t(`status.titles.${state}`)}
      />
      <div className="space-y-8">
        {state === "approved" ? (
          <LinkButton href={path(locale, "/sign-in")}>{t("status.signIn")}</LinkButton>
        ) : null}
        {messages.length > 0 ? (
          <QuestionForm action={answerQuestionAction} application={application} locale={locale} />
        ) : null}
        {refusal ? (
          <RefusalReason locale={locale} refusal={refusal} wordsLocale={application.locale} />
        ) : null}
        {state === "refused" || state === "withdrawn" ? (
          <Reapply application={application} locale={locale} />
        ) : null}
        <Card as="section" labelledBy="steps">
          <h2 className="mb-5 font-semibold text-xl" id="steps">
            {t("status.steps")}
          </h2>
          <StatusSteps application={application} locale={locale} />
        </Card>
        {Object.keys(answers).length > 0 ? (
          <details>
            <summary className="inline-flex min-h-11 items-center gap-2 font-semibold text-link">
              {t("status.answers")}
              <FoldArrow />
            </summary>
            <Card className="mt-3">
              <AnswersReview application={application} locale={locale} />
            </Card>
          </details>
        ) : null}
        <Leave application={application} locale={locale} />
      </div>
    </div>
  );
}

function Lead({ application, locale }: PartProps) {
  const t = getTranslator(locale, "applications");
  const { state, decidedAt, updatedAt } = application;
  if (state === "refused") return null;
  if (state === "withdrawn") return t("status.withdrawn");
  if (state === "approved") {
    return t("status.approved", { day: formatDay(decidedAt ?? updatedAt, locale) });
  }
  return <ExpectedWords application={application} contact={env().CLUB_CONTACT} locale={locale} />;
}

function Reapply({ application, locale }: PartProps) {
  const t = getTranslator(locale, "applications");
  return (
    <section aria-labelledby="reapply">
      <h2 className="font-semibold text-xl" id="reapply">
        {t("status.reapplyTitle")}
      </h2>
      <div className="mt-3">
        <MoveForm
          action={reapplyAction}
          className="space-y-4"
          hidden={{ applicationId: application.id }}
          isKeyless
          label={t("status.reapply")}
          locale={locale}
          scope="reapply"
        >
          <p className="max-w-measure text-secondary">{t("status.reapplyHint")}</p>
        </MoveForm>
      </div>
    </section>
  );
}

/** Withdrawing, as long as nothing is decided, and closing on a device that others use. */
function Leave({ application, locale }: PartProps) {
  const t = getTranslator(locale, "applications");
  const isOpen = ["submitted", "under-review", "info-requested"].includes(application.state);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 border-hairline border-t pt-6 text-sm">
      <MoveForm
        action={closeApplicationAction}
        hidden={{}}
        isKeyless
        label={t("status.close")}
        locale={locale}
        scope="close"
        size="small"
        variant="secondary"
      />
      {isOpen ? (
        <a className="inline-block py-2" href={path(locale, "/apply/withdraw")}>
          {t("status.withdraw")}
        </a>
      ) : null}
    </div>
  );
}
