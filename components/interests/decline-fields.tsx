import { referenceItems } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { WORDS_MAX } from "@/lib/interests/interest-limits";
import { RadioGroup } from "../ui/radio-group";
import { TextField } from "../ui/text-field";

/** The coded reason, each with the sentence that the other will read, and words of one's own. */
export function DeclineFields({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "interests");
  return (
    <div className="space-y-6">
      <RadioGroup
        hint={t("decline.hint")}
        legend={t("decline.legend")}
        name="reasonCode"
        options={referenceItems("reasonsInterestDecline").map(({ slug, label, message }) => ({
          value: slug,
          label: label[locale],
          hint: message?.[locale],
        }))}
        required
      />
      <TextField label={t("decline.label")} maxLength={WORDS_MAX} name="words" rows={4} />
    </div>
  );
}
