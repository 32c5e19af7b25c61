import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { labelFor } from "@/lib/core/i18n/word-list";
import { cutText } from "@/lib/core/text/cut-text";
import type { CheckedImport } from "@/lib/imports/check.queries";
import type { ImportField } from "@/lib/imports/column-words";
import type { Mapping } from "@/lib/imports/columns";
import type { Import } from "@/lib/imports/queries";
import { FieldError } from "../ui/field-error";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { FaultyCell } from "./faulty-cell";

type FaultsFormProps = {
  it: Pick<Import, "id" | "version" | "sheet" | "mapping">;
  faults: CheckedImport["faults"];
  action: FormAction;
  locale: Locale;
};

/** A form holds so many; what is mended makes room for the next. */
const SHOWN = 25;

const NAME_MAX = 40;

/** What a row calls its person, wrong as it may be: their name, else their address. */
function calledIn(cells: string[], mapping: Mapping, locale: Locale): string {
  const said = (field: ImportField) => cells[mapping[field] ?? -1] ?? "";
  const latin = [said("givenName"), said("familyName")];
  const names = locale === "zh" ? [said("nameZh"), ...latin] : [...latin, said("nameZh")];
  return cutText(names.filter(Boolean).join(" ") || said("email"), NAME_MAX);
}

/** What is wrong in a file, row by row, each cell to be mended where it is told. */
export function FaultsForm({ it, faults, action, locale }: FaultsFormProps) {
  const t = getTranslator(locale, "imports");
  const errors = getTranslator(locale, "errors");
  const rows = new Map(it.sheet.rows.map((row) => [row.number, row.cells]));
  const shown = faults.slice(0, SHOWN);
  const rest = faults.length - shown.length;
  return (
    <KeyedForm
      action={action}
      className="space-y-5"
      hidden={{ importId: it.id, version: String(it.version) }}
      locale={locale}
      scope="mend"
    >
      <p className="max-w-measure text-muted">{t("page.faults.lead")}</p>
      <ul className="space-y-5">
        {shown.map(({ row, field, column, code, values }) => {
          const why = errors(code, values);
          const key = `${row}-${field}`;
          const place = field
            ? t("page.faults.cell", { row, field: t(`fields.${field}`) })
            : t("page.faults.row", { row });
          const person = calledIn(rows.get(row) ?? [], it.mapping, locale);
          const label = person ? labelFor(place, person, locale) : place;
          return (
            <li className="border-danger border-l-4 pl-4" key={key}>
              {column === null ? (
                <>
                  <p className="font-semibold">{label}</p>
                  <FieldError error={why} id={`fault-${key}`} />
                </>
              ) : (
                <FaultyCell
                  cell={rows.get(row)?.[column] ?? ""}
                  field={field}
                  hint={why}
                  isOneOf={code === "importNameless"}
                  label={label}
                  locale={locale}
                  name={`cells.${row}:${column}`}
                />
              )}
            </li>
          );
        })}
      </ul>
      {rest > 0 ? <p>{t("page.faults.more", { count: rest })}</p> : null}
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t("page.faults.submit")}</SubmitButton>
        <SubmitButton name="leaveOut" value="yes" variant="secondary">
          {t("page.faults.leaveOut")}
        </SubmitButton>
      </div>
    </KeyedForm>
  );
}
