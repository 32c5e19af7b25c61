import type { EventRole } from "@/db/enums";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Card } from "../ui/card";
import { Checkbox } from "../ui/checkbox";
import { KeyedForm } from "../ui/keyed-form";
import { RadioGroup } from "../ui/radio-group";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type NamePersonProps = {
  eventId: string;
  /** Those that may be given now. */
  roles: readonly EventRole[];
  /** Neither called off nor over. */
  isToCome: boolean;
  action: FormAction;
  locale: Locale;
};

/** Names somebody for an event: a member, or a speaker from outside the club. */
export function NamePerson({ eventId, roles, isToCome, action, locale }: NamePersonProps) {
  const t = getTranslator(locale, "events");
  return (
    <Card as="section" labelledBy="name-person">
      <h2 className="mb-4 font-semibold text-lg" id="name-person">
        {t("people.add")}
      </h2>
      <KeyedForm action={action} className="space-y-5" hidden={{ eventId }} locale={locale}>
        <TextField
          autoComplete="off"
          hint={t("people.personHint")}
          label={t("people.person")}
          name="person"
          required
          spellCheck={false}
        />
        <RadioGroup
          defaultValue="speaker"
          legend={t("people.role")}
          name="role"
          options={roles.map((value) => ({ value, label: t(`people.roles.${value}`) }))}
          required
        />
        <Checkbox
          hint={t("people.outsideHint")}
          label={t("people.outside")}
          name="isOutside"
          value="on"
        />
        {roles.includes("invited") || !isToCome ? null : (
          <p className="text-muted text-sm">{t("people.afterPublication")}</p>
        )}
        <SubmitButton>{t("people.submit")}</SubmitButton>
      </KeyedForm>
    </Card>
  );
}
