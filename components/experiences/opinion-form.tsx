import type { Stance } from "@/db/enums";
import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { leastLengthIn } from "@/lib/core/text/least-length";
import { OPINION_LENGTH } from "@/lib/experiences/opinions.policy";
import { ActionForm } from "../ui/action-form";
import { buttonStyle } from "../ui/button-style";
import { FoldedFields } from "../ui/folded-fields";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

export type OpinionActions = Record<"endorse" | "contradict" | "withdraw", FormAction>;

type OpinionFormProps = {
  stance: Stance;
  experienceId: string;
  locale: Locale;
  action: FormAction;
};

const WORDS = {
  endorsed: { open: "endorse", words: "endorseWords", send: "send" },
  contradicted: { open: "contradict", words: "contradictWords", send: "report" },
} as const;

/** One sentence for an experience or, with a year, against it; opened by its summary, without JavaScript too. */
export function OpinionForm({ stance, experienceId, locale, action }: OpinionFormProps) {
  const t = getTranslator(locale, "opinions");
  const { open, words, send } = WORDS[stance];
  return (
    <ActionForm
      action={action}
      className="has-[[open]]:basis-full"
      copy={formCopy(locale)}
      hidden={{ experienceId, locale }}
      idempotencyKey={crypto.randomUUID()}
      locale={locale}
      scope={open}
    >
      <FoldedFields label={t(open)} labelClass={buttonStyle("secondary")}>
        {stance === "contradicted" ? (
          <TextField
            hint={t("sinceHint")}
            inputMode="numeric"
            label={t("sinceYear")}
            name="sinceYear"
            required
            width="short"
          />
        ) : null}
        <TextField
          hint={t("hint", {
            least: leastLengthIn(locale, OPINION_LENGTH.least),
            most: OPINION_LENGTH.most,
          })}
          label={t(words)}
          maxLength={OPINION_LENGTH.most}
          name="words"
          required
          rows={3}
        />
        <SubmitButton>{t(send)}</SubmitButton>
      </FoldedFields>
    </ActionForm>
  );
}
