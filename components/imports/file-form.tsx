import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ENCODINGS } from "@/lib/imports/encodings";
import { SEPARATORS } from "@/lib/imports/separators";
import { FileChoice } from "../ui/file-choice";
import { FormKey } from "../ui/form-key";
import { SelectField } from "../ui/select-field";
import { SendFile } from "../ui/send-file";
import { encodingWords, separatorWords } from "./reading-words";

type FileFormProps = {
  /** Why the last file was not taken, in words. */
  refusal: string | null;
  locale: Locale;
};

const KINDS = ["xlsx", "csv"] as const;

/** A plain form that carries a file of people, with files to fill in beside it. */
export function FileForm({ refusal, locale }: FileFormProps) {
  const t = getTranslator(locale, "imports");
  const template = (kind: string, example: string) =>
    `/api/imports/template?locale=${locale}&kind=${kind}${example}`;
  const files = KINDS.flatMap((kind) => [
    { href: template(kind, ""), label: t("page.file.template", { kind: kind.toUpperCase() }) },
    {
      href: template(kind, "&example=yes"),
      label: t("page.file.example", { kind: kind.toUpperCase() }),
    },
  ]);
  return (
    <div className="space-y-6">
      <form
        action={`/api/imports/new?locale=${locale}`}
        className="space-y-4"
        encType="multipart/form-data"
        method="post"
      >
        <FormKey />
        <FileChoice
          accept=".csv,.txt,.xlsx"
          hint={t("page.file.hint")}
          id="import"
          label={t("page.file.label")}
          name="file"
          refusal={refusal}
        />
        <details>
          <summary className="cursor-pointer py-2 text-link">{t("page.file.reading")}</summary>
          <div className="grid gap-4 pt-2 sm:grid-cols-2">
            <SelectField
              emptyLabel={t("page.file.guess")}
              label={t("page.file.encoding")}
              name="encoding"
              options={ENCODINGS.map((value) => ({ value, label: encodingWords(value) }))}
            />
            <SelectField
              emptyLabel={t("page.file.guess")}
              label={t("page.file.separator")}
              name="separator"
              options={SEPARATORS.map((value) => ({ value, label: separatorWords(value, locale) }))}
            />
          </div>
        </details>
        <SendFile copy={formCopy(locale)}>{t("page.file.send")}</SendFile>
      </form>
      <div>
        <h3 className="mb-1 font-semibold">{t("page.file.templates")}</h3>
        <ul className="flex flex-wrap gap-x-6">
          {files.map(({ href, label }) => (
            <li key={href}>
              <a className="inline-block py-2" download href={href}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
