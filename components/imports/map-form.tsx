import type { FormAction } from "@/lib/core/form-state";
import { LANGUAGE_OPTIONS } from "@/lib/core/i18n/language-options";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { listed } from "@/lib/core/i18n/word-list";
import { cutText } from "@/lib/core/text/cut-text";
import { IMPORT_FIELDS, ignoredHeading } from "@/lib/imports/column-words";
import type { Import } from "@/lib/imports/queries";
import { DATE_ORDERS } from "@/lib/imports/written-days";
import { KeyedForm } from "../ui/keyed-form";
import { SelectField } from "../ui/select-field";
import { SubmitButton } from "../ui/submit-button";

type MapFormProps = { it: Import; action: FormAction; locale: Locale };

const SHOWN = 30;

/** Which column of a file brings what, as it was guessed or chosen. */
export function MapForm({ it, action, locale }: MapFormProps) {
  const t = getTranslator(locale, "imports");
  const { columns, rows } = it.sheet;
  const options = columns.flatMap((heading, column) => {
    if (ignoredHeading(heading)) return [];
    const name = heading || t("page.map.unnamed", { number: column + 1 });
    const found = rows.find(({ cells }) => cells[column])?.cells[column];
    const example = found && cutText(found, SHOWN);
    const label = example ? t("page.map.column", { name, example }) : name;
    return [{ value: String(column), label }];
  });
  const ignored = columns.flatMap((heading) => {
    const why = ignoredHeading(heading);
    return why ? [{ heading, why }] : [];
  });
  const taken = Object.values(it.mapping).map(String);
  const leftOut = options
    .filter(({ value }) => !taken.includes(value))
    .map(
      ({ value }) => columns[Number(value)] || t("page.map.unnamed", { number: Number(value) + 1 }),
    );
  return (
    <KeyedForm
      action={action}
      className="space-y-5"
      hidden={{ importId: it.id, version: String(it.version) }}
      locale={locale}
      scope="map"
    >
      <p className="max-w-measure text-muted">{t("page.map.lead")}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        {IMPORT_FIELDS.map((field) => (
          <SelectField
            defaultValue={String(it.mapping[field] ?? "")}
            emptyLabel={t("page.map.none")}
            key={field}
            label={t(`fields.${field}`)}
            name={`columns.${field}`}
            options={options}
            required={field === "email"}
          />
        ))}
        <SelectField
          defaultValue={it.locale}
          label={t("page.map.locale")}
          name="locale"
          required
          options={LANGUAGE_OPTIONS}
        />
        <SelectField
          defaultValue={it.dateOrder ?? ""}
          emptyLabel={t("page.map.guess")}
          label={t("page.map.dateOrder")}
          name="dateOrder"
          options={DATE_ORDERS.map((value) => ({ value, label: t(`dateOrders.${value}`) }))}
        />
      </div>
      {leftOut.length > 0 ? (
        <p className="max-w-measure">
          {t("page.map.leftOut", { columns: listed(leftOut, locale) })}
        </p>
      ) : null}
      <ul className="space-y-1 text-muted text-sm">
        {ignored.map(({ heading, why }) => (
          <li key={heading}>{t(`ignored.${why}`)}</li>
        ))}
      </ul>
      <SubmitButton variant="secondary">{t("page.map.submit")}</SubmitButton>
    </KeyedForm>
  );
}
