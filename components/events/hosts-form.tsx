import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Host } from "@/lib/events/hosts.queries";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { HostsField } from "./hosts-field";

type HostsFormProps = {
  action: FormAction;
  event: { id: string; version: number; slug: string };
  hosts: readonly Host[];
  /** Whether one of the reader’s own stands among them. */
  required: boolean;
  locale: Locale;
};

/** Who holds an event with the club from now on. */
export function HostsForm({ action, event, hosts, required, locale }: HostsFormProps) {
  const { id, version, slug } = event;
  return (
    <KeyedForm
      action={action}
      className="max-w-3xl space-y-7"
      hidden={{ eventId: id, version: String(version), slug }}
      locale={locale}
    >
      <HostsField hosts={hosts} locale={locale} required={required} />
      <SubmitButton>{getTranslator(locale, "events")("hosts.save")}</SubmitButton>
    </KeyedForm>
  );
}
