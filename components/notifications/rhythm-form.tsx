import { DIGEST_RHYTHMS, type DigestRhythm } from "@/db/enums";
import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { zoneOptions } from "@/lib/notifications/zone-options";
import { ActionForm } from "../ui/action-form";
import { RadioGroup } from "../ui/radio-group";
import { SubmitButton } from "../ui/submit-button";
import { ZoneField } from "./zone-field";

type RhythmFormProps = {
  rhythm: DigestRhythm;
  timeZone: string | null;
  locale: Locale;
  action: FormAction;
};

/** When the digest comes. */
export function RhythmForm({ rhythm, timeZone, locale, action }: RhythmFormProps) {
  const t = getTranslator(locale, "notifications");
  const { options, chosen } = zoneOptions(timeZone, locale);
  return (
    <div className="mb-10 space-y-4">
      <h3 className="font-semibold">{t("rhythm.title")}</h3>
      <p className="text-secondary">{t("rhythm.lead")}</p>
      <ActionForm action={action} copy={formCopy(locale)} locale={locale} scope="rhythm">
        <ZoneField
          chosen={chosen}
          hint={timeZone === null ? t("rhythm.notYet") : undefined}
          isOpen={timeZone === null}
          label={t("rhythm.timeZone")}
          options={options}
        />
        <RadioGroup
          defaultValue={rhythm}
          legend={t("rhythm.rhythm")}
          name="rhythm"
          options={DIGEST_RHYTHMS.map((value) => ({ value, label: t(`rhythm.${value}`) }))}
          required
        />
        <SubmitButton variant="secondary">{t("rhythm.submit")}</SubmitButton>
      </ActionForm>
    </div>
  );
}
