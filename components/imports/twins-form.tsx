import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { CheckedImport } from "@/lib/imports/check.queries";
import type { KnownPerson } from "@/lib/imports/duplicates";
import type { Import } from "@/lib/imports/queries";
import { personName, usualNameOrder } from "@/lib/members/person-name";
import { KeyedForm } from "../ui/keyed-form";
import { PersonWords } from "../ui/person-words";
import { SelectField } from "../ui/select-field";
import { SubmitButton } from "../ui/submit-button";

type TwinsFormProps = {
  it: Import;
  duplicates: CheckedImport["duplicates"];
  action: FormAction;
  locale: Locale;
};

type Named = Pick<KnownPerson, "familyName" | "givenName" | "nameZh" | "nameOrder">;

const SHOWN = 50;

/** A name as the lists of the club team say it: the reader's script first. */
const called = (names: Named, locale: Locale) =>
  personName({ ...names, nameOrder: names.nameOrder ?? null, displayName: null }, locale);

/** Rows whose people the club seems to know, and what becomes of each. */
export function TwinsForm({ it, duplicates, action, locale }: TwinsFormProps) {
  const t = getTranslator(locale, "imports");
  const shown = duplicates.slice(0, SHOWN);
  const rest = duplicates.length - shown.length;
  return (
    <KeyedForm
      action={action}
      className="space-y-5"
      hidden={{ importId: it.id, version: String(it.version) }}
      locale={locale}
      scope="twins"
    >
      <p className="max-w-measure text-muted">{t("page.twins.lead")}</p>
      <ul className="divide-y divide-hairline border-hairline border-y">
        {shown.map(({ row, person, duplicate, act, known }) => {
          // As the row would be brought in.
          const nameOrder = usualNameOrder(person.locale);
          const name = called({ ...person, nameOrder }, locale);
          const isExact = duplicate.kind === "exact";
          const acts = (["join", "new", "skip"] as const).filter(
            (one) => one !== "new" || !isExact,
          );
          return (
            <li className="grid gap-x-8 gap-y-2 py-4 sm:grid-cols-2" key={row}>
              <div>
                <p className="font-semibold">
                  <PersonWords words={t("page.twins.row", { row, name })} />
                </p>
                <p className="text-sm">
                  {duplicate.kind === "none" ? null : t(`duplicates.${duplicate.reason}`)}
                </p>
                <a className="inline-block py-1" href={path(locale, `/admin/members/${known.id}`)}>
                  <PersonWords words={called(known, locale) || known.email} />
                </a>
              </div>
              <SelectField
                defaultValue={act}
                hideLabel
                label={t("page.twins.row", { row, name })}
                name={`choices.${row}`}
                options={acts.map((value) => ({ value, label: t(`page.twins.${value}`) }))}
              />
            </li>
          );
        })}
      </ul>
      {rest > 0 ? <p>{t("page.twins.more", { count: rest })}</p> : null}
      <SubmitButton variant="secondary">{t("page.twins.submit")}</SubmitButton>
    </KeyedForm>
  );
}
