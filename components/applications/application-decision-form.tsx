import { referenceOptions } from "@/db/reference/lists";
import { APPLICATION_VERDICTS } from "@/lib/applications/vetting/schema";
import { VETTING_WORDS_MAX } from "@/lib/applications/vetting/words-limit";
import type { FormAction } from "@/lib/core/form-state";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { KeyedForm } from "../ui/keyed-form";
import { MailPreview, type VerdictMail } from "../ui/mail-preview";
import { RadioGroup } from "../ui/radio-group";
import { type Option, SelectField } from "../ui/select-field";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import { KeptWords } from "./kept-words";

type ApplicationDecisionFormProps = {
  locale: Locale;
  action: FormAction;
  application: { id: string; version: number; locale: Locale };
  /** Where the new member belongs: the organisation they described, or one of the club; the first is proposed. */
  organisations: Option[];
  mails: VerdictMail[];
  /** Whether the viewer decides now. */
  isOpen: boolean;
};

const FOLDED = "supports-[selector(:has(a))]:hidden";
const IF_APPROVED = `${FOLDED} group-has-[[value=approved]:checked]/decide:block`;
const IF_REFUSED = `${FOLDED} group-has-[[value=refused]:checked]/decide:block`;

/**
 * Approve, ask for more or refuse. Without JavaScript the answer to a sent form is a new page: for whoever no longer
 * decides then, the form stays to say why nothing was saved and to give the words back.
 */
export function ApplicationDecisionForm(props: ApplicationDecisionFormProps) {
  const { locale, action, application, isOpen } = props;
  return (
    <KeyedForm
      action={action}
      className={isOpen ? "group/decide space-y-6" : "space-y-4 has-[[role=alert]]:mb-6"}
      hidden={{ applicationId: application.id, version: String(application.version) }}
      locale={locale}
      scope="decide"
    >
      {isOpen ? (
        <DecisionFields {...props} />
      ) : (
        <KeptWords label={getTranslator(locale, "vetting")("decide.words")} />
      )}
    </KeyedForm>
  );
}

/** What is asked for follows the verdict, also without JavaScript. */
function DecisionFields(props: ApplicationDecisionFormProps) {
  const { locale, application, organisations, mails } = props;
  const t = getTranslator(locale, "vetting");
  const language = application.locale;
  return (
    <>
      <RadioGroup
        legend={t("decide.verdict")}
        name="verdict"
        options={APPLICATION_VERDICTS.map((value) => ({
          value,
          label: t(`decide.options.${value}.label`),
          hint: t(`decide.options.${value}.hint`),
        }))}
        required
      />
      <div className={IF_APPROVED}>
        <RadioGroup
          defaultValue={organisations[0]?.value}
          legend={t("decide.organisation")}
          name="organisation"
          options={organisations}
          required
        />
      </div>
      <div className={IF_REFUSED}>
        <SelectField
          emptyLabel={t("decide.chooseReason")}
          label={t("decide.refusalReason")}
          name="refusalReason"
          options={referenceOptions("reasonsApplicationRefusal", locale)}
          required
        />
      </div>
      <div className={`${FOLDED} group-has-[[name=verdict]:checked]/decide:block`}>
        <TextField
          hint={t("decide.wordsHint", { language })}
          label={t("decide.words")}
          maxLength={VETTING_WORDS_MAX}
          name="words"
          optional={t("decide.wordsOptional")}
          rows={4}
        />
      </div>
      <MailPreview
        copy={{
          title: t("preview.title"),
          note: t("preview.note", { language }),
          reason: t("preview.reason"),
          words: t("preview.words"),
        }}
        lang={LANGUAGE_TAG[language]}
        mails={mails}
      />
      <SubmitButton className="w-full">{t("decide.submit")}</SubmitButton>
    </>
  );
}
