import { type ReferenceList, referenceOptions } from "@/db/reference/lists";
import type { FormAction } from "@/lib/core/form-state";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { DECISION_VERDICTS, type DecisionVerdict } from "@/lib/moderation/schema";
import { WORDS_MAX } from "@/lib/moderation/words-limit";
import { wordsOptional } from "@/lib/moderation/words-optional";
import { KeyedForm } from "../ui/keyed-form";
import { MailPreview, type VerdictMail } from "../ui/mail-preview";
import { RadioGroup } from "../ui/radio-group";
import { SelectField } from "../ui/select-field";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type DecisionFormProps = {
  locale: Locale;
  action: FormAction;
  /** The row that is decided on and the version that was read. */
  hidden: Record<string, string>;
  ownerLocale: Locale;
  /** Why the club team refuses one of its kind. */
  refusals: ReferenceList;
  previews: {
    previews: Record<DecisionVerdict, { subject: string; text: string }>;
    sentences: Record<"changesReason" | "refusalReason", Record<string, string>>;
  };
};

const REASON_FIELD = {
  published: null,
  "changes-requested": "changesReason",
  refused: "refusalReason",
} as const;

const FOLDED = "supports-[selector(:has(a))]:hidden";
const IF_CHANGES = `${FOLDED} group-has-[[value=changes-requested]:checked]/decide:block`;
const IF_REFUSED = `${FOLDED} group-has-[[value=refused]:checked]/decide:block`;

/** Publish, ask for changes or refuse; the reason asked for follows the verdict, also without JavaScript. */
export function DecisionForm(props: DecisionFormProps) {
  const { locale, action, hidden, ownerLocale, refusals, previews } = props;
  const t = getTranslator(locale, "admin");
  return (
    <KeyedForm action={action} className="group/decide space-y-6" hidden={hidden} locale={locale}>
      <RadioGroup
        legend={t("decide.verdict")}
        name="verdict"
        options={DECISION_VERDICTS.map((value) => ({
          value,
          label: t(`decide.options.${value}.label`),
          hint: t(`decide.options.${value}.hint`),
        }))}
        required
      />
      <div className={IF_CHANGES}>
        <SelectField
          emptyLabel={t("decide.chooseReason")}
          label={t("decide.changesReason")}
          name="changesReason"
          options={referenceOptions("reasonsChangesRequested", locale)}
          required
        />
      </div>
      <div className={IF_REFUSED}>
        <SelectField
          emptyLabel={t("decide.chooseReason")}
          label={t("decide.refusalReason")}
          name="refusalReason"
          options={referenceOptions(refusals, locale)}
          required
        />
      </div>
      <div className={`${IF_CHANGES} group-has-[[value=refused]:checked]/decide:block`}>
        <TextField
          hint={t("decide.wordsHint", { language: ownerLocale })}
          label={t("decide.words")}
          maxLength={WORDS_MAX}
          name="words"
          optional={wordsOptional(["reasonsChangesRequested", refusals], locale)}
          rows={4}
        />
      </div>
      <MailPreview
        copy={{
          title: t("preview.title"),
          note: t("preview.note", { language: ownerLocale }),
          reason: t("preview.reason"),
          words: t("preview.words"),
        }}
        lang={LANGUAGE_TAG[ownerLocale]}
        mails={DECISION_VERDICTS.map((verdict) => asVerdictMail(verdict, previews))}
      />
      <SubmitButton className="w-full">{t("decide.submit")}</SubmitButton>
    </KeyedForm>
  );
}

function asVerdictMail(
  verdict: DecisionVerdict,
  given: DecisionFormProps["previews"],
): VerdictMail {
  const field = REASON_FIELD[verdict];
  const mail = { verdict, ...given.previews[verdict] };
  return field ? { ...mail, reason: { field, sentences: given.sentences[field] } } : mail;
}
