import { mayAct } from "@/lib/core/auth/standing";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { IntroductionPage } from "@/lib/introductions/queries";
import { Card } from "../ui/card";
import { KeyedForm } from "../ui/keyed-form";
import { Notice } from "../ui/notice";
import { SubmitButton } from "../ui/submit-button";

type IntroductionAnswerProps = {
  introduction: IntroductionPage;
  locale: Locale;
  action: FormAction;
};

/** The two answers of whoever was asked, each with what follows from it. */
export function IntroductionAnswer({ introduction, locale, action }: IntroductionAnswerProps) {
  const t = getTranslator(locale, "introductions");
  const isPossible = mayAct({ status: introduction.otherStatus });
  return (
    <Card as="section" labelledBy="answer">
      <h2 className="mb-5 font-semibold text-xl" id="answer">
        {t("answer.title")}
      </h2>
      {isPossible ? null : <Notice className="mb-6">{t("answer.gone")}</Notice>}
      <KeyedForm
        action={action}
        hidden={{ introductionId: introduction.id }}
        locale={locale}
        scope="answer"
      >
        {isPossible ? (
          <div className="space-y-3">
            <p className="max-w-measure text-secondary">{t("answer.acceptText")}</p>
            <SubmitButton name="answer" value="accepted">
              {t("answer.acceptConfirm")}
            </SubmitButton>
          </div>
        ) : null}
        <div className={isPossible ? "space-y-3 border-hairline border-t pt-6" : "space-y-3"}>
          <p className="max-w-measure text-secondary">{t("answer.notNowText")}</p>
          <SubmitButton name="answer" value="not-now" variant="secondary">
            {t("answer.notNowConfirm")}
          </SubmitButton>
        </div>
      </KeyedForm>
    </Card>
  );
}
