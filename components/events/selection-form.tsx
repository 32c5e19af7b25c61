import { referenceOptions } from "@/db/reference/lists";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { listed } from "@/lib/core/i18n/word-list";
import type { KeptEvent, RegistrationRow } from "@/lib/events/registrations.queries";
import { shownName } from "@/lib/members/member-card";
import { CheckboxGroup } from "../ui/checkbox-group";
import { KeyedForm } from "../ui/keyed-form";
import { MoveForm } from "../ui/move-form";
import { RadioGroup } from "../ui/radio-group";
import { SelectField } from "../ui/select-field";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import { guestName } from "./party-words";

type SelectionFormProps = {
  event: KeptEvent;
  rows: RegistrationRow[];
  /** How many are marked and not told yet. */
  marked: number;
  actions: Record<"mark" | "tell", FormAction>;
  locale: Locale;
};

function called({ by, guest }: RegistrationRow, locale: Locale): string {
  if (by) return shownName(by, locale).text;
  if (guest) return guestName(guest.name, locale);
  return getTranslator(locale, "events")("registrations.somebody");
}

/** Those who applied are marked, several at a time; nobody hears until all are told at once. */
export function SelectionForm({ event, rows, marked, actions, locale }: SelectionFormProps) {
  const t = getTranslator(locale, "events");
  const { id, slug, version } = event;
  const said = (row: RegistrationRow) =>
    [
      row.verdict ? t(`selection.marked.${row.verdict}`) : t("selection.marked.none"),
      row.companions.length > 0
        ? t("registration.with", { names: listed(row.companions, locale) })
        : "",
      row.note ?? "",
      row.guest?.email ?? "",
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <div className="space-y-8">
      <KeyedForm
        action={actions.mark}
        className="space-y-6"
        hidden={{ eventId: id }}
        locale={locale}
        scope="selection"
      >
        <CheckboxGroup
          legend={t("selection.people")}
          name="registrationIds"
          options={rows.map((row) => ({
            value: row.id,
            label: called(row, locale),
            hint: said(row),
          }))}
          required
        />
        <RadioGroup
          defaultValue="selected"
          legend={t("selection.verdict")}
          name="verdict"
          options={(["selected", "not-selected"] as const).map((value) => ({
            value,
            label: t(`selection.as.${value}`),
          }))}
          required
        />
        <SelectField
          emptyLabel={t("selection.noReason")}
          hint={t("selection.reasonHint")}
          label={t("selection.reason")}
          name="reasonCode"
          options={referenceOptions("reasonsEventSelection", locale)}
          width="medium"
        />
        <TextField
          hint={t("selection.wordsHint")}
          label={t("selection.words")}
          maxLength={600}
          name="words"
          rows={3}
        />
        <SubmitButton variant="secondary">{t("selection.mark")}</SubmitButton>
      </KeyedForm>
      {marked > 0 ? (
        <div className="space-y-3 border-hairline border-t pt-6">
          <p className="max-w-measure">{t("selection.tellLead", { count: marked })}</p>
          <MoveForm
            action={actions.tell}
            hidden={{ eventId: id, version: String(version), slug }}
            label={t("selection.tell")}
            locale={locale}
            scope="tell"
          />
        </div>
      ) : null}
    </div>
  );
}
