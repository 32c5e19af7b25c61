import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Card } from "../ui/card";
import { Checkbox } from "../ui/checkbox";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";

type CloseDoorProps = { eventId: string; action: FormAction; locale: Locale };

/** Once it is over: who was ticked came, or everybody did; who came is asked one question. */
export function CloseDoor({ eventId, action, locale }: CloseDoorProps) {
  const t = getTranslator(locale, "events");
  return (
    <Card as="section" labelledBy="close-door">
      <h2 className="font-semibold text-xl" id="close-door">
        {t("door.closeTitle")}
      </h2>
      <p className="mt-2 mb-4 max-w-measure text-secondary">{t("door.closeText")}</p>
      <KeyedForm action={action} className="space-y-4" hidden={{ eventId }} locale={locale}>
        <Checkbox label={t("door.everybody")} name="everybody" value="on" />
        <SubmitButton variant="secondary">{t("door.close")}</SubmitButton>
      </KeyedForm>
    </Card>
  );
}
