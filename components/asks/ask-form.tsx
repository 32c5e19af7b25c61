import { ASK_LENGTH } from "@/lib/asks/ask";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { leastLengthIn } from "@/lib/core/text/least-length";
import { AskOnLeaving } from "../ui/ask-on-leaving";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type AskFormProps = { action: FormAction; locale: Locale };

/** The one field by which a member asks the club. */
export function AskForm({ action, locale }: AskFormProps) {
  const t = getTranslator(locale, "asks");
  return (
    <section aria-labelledby="ask" className="no-print mb-12">
      <h2 className="mb-4 font-semibold text-2xl" id="ask">
        {t("form.title")}
      </h2>
      <KeyedForm
        action={action}
        className="max-w-measure space-y-4"
        hidden={{ locale }}
        locale={locale}
        scope="ask"
      >
        <AskOnLeaving />
        <TextField
          hint={t("form.hint", {
            least: leastLengthIn(locale, ASK_LENGTH.least),
            most: ASK_LENGTH.most,
          })}
          label={t("form.text")}
          maxLength={ASK_LENGTH.most}
          name="text"
          required
          rows={3}
        />
        <p className="text-secondary">{t("form.closed")}</p>
        <SubmitButton>{t("form.submit")}</SubmitButton>
      </KeyedForm>
    </section>
  );
}
