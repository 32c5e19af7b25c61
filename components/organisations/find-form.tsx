import { IDLE } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { FindAddress } from "@/lib/organisations/find-address";
import { Button } from "../ui/button";
import { ErrorSummary } from "../ui/error-summary";
import { FormContext } from "../ui/form-context";
import { SimilarNote } from "../ui/similar-note";
import { TextField } from "../ui/text-field";

type FindFormProps = { locale: Locale; asked: Omit<FindAddress, "step"> };

/** The first question about a new organisation: whether the club knows it. Its answer is an address. */
export function FindForm({ locale, asked }: FindFormProps) {
  const t = getTranslator(locale, "organisations");
  const refusal = refusalOf(asked, locale);
  const resting = { pending: false, pressed: null, scope: "", copy: {} };
  return (
    <form action={path(locale, "/organisations/new")} className="max-w-2xl space-y-7" noValidate>
      {refusal ? (
        <ErrorSummary copy={formCopy(locale)} pressed={null} scope="" state={refusal} />
      ) : null}
      <FormContext value={{ ...resting, state: refusal ?? IDLE }}>
        <TextField
          autoComplete="organization"
          defaultValue={asked.name}
          hint={t("find.nameHint")}
          label={t("find.name")}
          name="name"
          required
        />
        <TextField
          defaultValue={asked.number}
          hint={t("find.numberHint")}
          label={t("find.number")}
          name="registrationId"
          spellCheck={false}
          width="medium"
        />
      </FormContext>
      <SimilarNote
        copy={{
          found: t("find.live", { names: "{names}" }),
          link: t("find.liveLink"),
          href: "#continue",
          source: `/api/organisations/similar?locale=${locale}`,
        }}
        fields={["name", "registrationId"]}
      />
      <div id="continue">
        <Button type="submit">{t("find.submit")}</Button>
      </div>
    </form>
  );
}

/** What was wrong with the answer, as a form of an action tells it; null for none. */
function refusalOf({ name, number, faults }: FindFormProps["asked"], locale: Locale) {
  const t = getTranslator(locale, "organisations");
  const errors = getTranslator(locale, "errors");
  const labels = { name: t("find.name"), registrationId: t("find.number") };
  const told = Object.entries(faults).map(([field, code]) => [field, errors(code)]);
  if (told.length === 0) return null;
  return {
    status: "invalid" as const,
    message: errors("checkFields"),
    fields: Object.fromEntries(told),
    labels,
    values: { name, registrationId: number },
    at: Object.keys(faults).join(),
  };
}
