import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { OTHERS } from "@/lib/events/attendance";
import { Card } from "../ui/card";
import { KeyedForm } from "../ui/keyed-form";
import { RadioGroup } from "../ui/radio-group";
import { SubmitButton } from "../ui/submit-button";

type CloseDoorProps = {
  eventId: string;
  /** How many parties nobody ticked. */
  expected: number;
  action: FormAction;
  locale: Locale;
};

/** Once it is over: who was ticked came, and of the others it is said whether they did; who came is asked one question. */
export function CloseDoor({ eventId, expected, action, locale }: CloseDoorProps) {
  const t = getTranslator(locale, "events");
  const others = OTHERS.map((value) => ({ value, label: t(`door.others.${value}`) }));
  return (
    <Card as="section" labelledBy="close-door">
      <h2 className="font-semibold text-xl" id="close-door">
        {t("door.closeTitle")}
      </h2>
      <p className="mt-2 mb-4 max-w-measure text-secondary">{t("door.closeText")}</p>
      <KeyedForm action={action} className="space-y-4" hidden={{ eventId }} locale={locale}>
        {expected > 0 ? (
          <RadioGroup
            hint={t("door.others.hint")}
            legend={t("door.others.legend", { count: expected })}
            name="others"
            options={others}
            required
          />
        ) : null}
        <SubmitButton variant="secondary">{t("door.close")}</SubmitButton>
      </KeyedForm>
    </Card>
  );
}
