import type { Party } from "@/lib/cooperations/queries";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { PartiesFields } from "./parties-fields";

type PartiesFormProps = {
  action: FormAction;
  cooperation: { id: string; version: number; slug: string };
  parties: readonly Party[];
  locale: Locale;
};

/** Who the parties of an agreement are from now on. */
export function PartiesForm({ action, cooperation, parties, locale }: PartiesFormProps) {
  const { id, version, slug } = cooperation;
  return (
    <KeyedForm
      action={action}
      className="max-w-3xl space-y-7"
      hidden={{ cooperationId: id, version: String(version), slug }}
      locale={locale}
    >
      <PartiesFields locale={locale} parties={parties} />
      <SubmitButton>{getTranslator(locale, "cooperations")("parties.save")}</SubmitButton>
    </KeyedForm>
  );
}
