import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { WORDS_MAX } from "@/lib/interests/interest-limits";
import { MoveForm } from "../ui/move-form";
import { ReadyPhrases } from "../ui/ready-phrases";
import { TextField } from "../ui/text-field";

type MessageFormProps = {
  interestId: string;
  /** Before acceptance: one's name is one's own to give. */
  isUnnamed: boolean;
  /** A machine may translate what is written there. */
  isTranslated: boolean;
  action: FormAction;
  locale: Locale;
};

/** A message to the other side, with ready-made texts. */
export function MessageForm({
  interestId,
  isUnnamed,
  isTranslated,
  action,
  locale,
}: MessageFormProps) {
  const t = getTranslator(locale, "interests");
  return (
    <div className="no-print mt-6">
      <MoveForm
        action={action}
        hidden={{ interestId }}
        label={t("message.send")}
        locale={locale}
        scope="message"
        variant="secondary"
      >
        <TextField
          hint={t(isUnnamed ? "message.hint" : "message.hintAccepted")}
          label={t("message.label")}
          maxLength={WORDS_MAX}
          name="words"
          required
          rows={4}
        />
      </MoveForm>
      <ReadyPhrases
        fieldId="field-message-words"
        isTranslated={isTranslated}
        locale={locale}
        names={["thanks", "call"]}
      />
    </div>
  );
}
