import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Dependents } from "@/lib/organisations/queries";
import { buttonStyle } from "../ui/button-style";
import { Checkbox } from "../ui/checkbox";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { TitledPart } from "../ui/titled-part";

type RemoveFormProps = {
  action: FormAction;
  organisation: { id: string; version: number };
  /** What still depends on it. */
  dependents: Dependents;
  locale: Locale;
};

/** For good: what follows is read first, then ticked, then sent; or why it cannot be. */
export function RemoveForm({ action, organisation, dependents, locale }: RemoveFormProps) {
  const t = getTranslator(locale, "organisations");
  const kept = (["people", "activities", "agreements"] as const).filter(
    (one) => dependents[one] > 0,
  );
  return (
    <TitledPart id="remove" size="tight" title={t("remove.title")}>
      {kept.length > 0 ? (
        <div className="max-w-measure text-secondary">
          <p>{t("remove.inUse")}</p>
          <ul className="my-2 list-disc pl-6">
            {kept.map((one) => (
              <li key={one}>{t(`remove.${one}`, { count: dependents[one] })}</li>
            ))}
          </ul>
          <p>{t("remove.instead")}</p>
        </div>
      ) : (
        <details className="group">
          <summary className={`${buttonStyle("secondary")} group-open:mb-2`}>
            {t("remove.label")}
          </summary>
          <div className="max-w-measure space-y-3 rounded-md border border-hairline p-4">
            <p>{t("remove.consequence")}</p>
            <KeyedForm
              action={action}
              className="space-y-3"
              hidden={{ organisationId: organisation.id, version: String(organisation.version) }}
              locale={locale}
              scope="remove"
            >
              <Checkbox label={t("remove.tick")} name="confirmed" required value="on" />
              <SubmitButton variant="danger">{t("remove.confirm")}</SubmitButton>
            </KeyedForm>
          </div>
        </details>
      )}
    </TitledPart>
  );
}
