import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { EMPTY_ROWS, partName, SOURCES_MAX, type Source } from "@/lib/entries/source-rows";
import { TextField } from "../ui/text-field";

type SourcesFieldProps = {
  name: string;
  label: string;
  hint: string | undefined;
  value: readonly Source[];
  locale: Locale;
};

/** Where it was read: a row for each source, and empty ones for more, which the next save brings again. */
export function SourcesField({ name, label, hint, value, locale }: SourcesFieldProps) {
  const t = getTranslator(locale, "entries");
  const count = Math.min(value.length + EMPTY_ROWS, SOURCES_MAX);
  return (
    <fieldset className="space-y-4" id={`field-${name}`}>
      <legend className="font-semibold">{label}</legend>
      <p className="max-w-measure text-secondary">{hint}</p>
      <div className="space-y-6">
        {Array.from({ length: count }, (_, index) => index + 1).map((row) => {
          const kept = value[row - 1];
          const shared = (part: Parameters<typeof partName>[0]) => ({
            defaultValue: kept?.[part],
            label: t(`sources.${part}`, { row }),
            name: `${name}.${partName(part, row)}`,
          });
          return (
            <div className="grid gap-4 border-hairline border-t pt-4 sm:grid-cols-2" key={row}>
              <TextField {...shared("title")} />
              <TextField {...shared("url")} inputMode="url" />
              <TextField {...shared("opened")} type="date" width="short" />
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
