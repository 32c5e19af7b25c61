import { LANGUAGE_TAG, LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { PROJECT_MAX, type ProjectText, PUBLIC_TEXTS } from "@/lib/projects/project-content";
import type { SheetField } from "@/lib/projects/translations/sheet-fields";
import { Badge } from "../ui/badge";
import { LocalizedProse } from "../ui/localized-prose";
import { TextField } from "../ui/text-field";
import { OriginNote } from "./origin-note";
import { OriginalText } from "./original-text";

type SheetRowProps = {
  row: SheetField;
  original: Locale;
  to: Locale;
  locale: Locale;
  /** What stands in the field at first; without it the translation is only read. */
  start?: string;
};

const ROWS: Partial<Record<ProjectText, number>> = { teaser: 5, partnerTask: 6 };

/** One text: the original at the left, its translation and where that comes from at the right. */
export function SheetRow({ row, original, to, locale, start }: SheetRowProps) {
  const t = getTranslator(locale, "translations");
  const { field, current, isStale, note } = row;
  const name = getTranslator(locale, "projects")(`fields.${field}`);
  const isPublic = (PUBLIC_TEXTS as readonly string[]).includes(field);
  return (
    <section
      aria-labelledby={`text-${field}`}
      className="grid gap-x-8 gap-y-5 border-hairline border-t py-7 lg:grid-cols-2"
    >
      <div className="min-w-0">
        <h2 className="mb-2 font-semibold text-lg" id={`text-${field}`}>
          {name}
        </h2>
        <OriginalText locale={locale} original={original} text={row.original} />
      </div>
      <div className="min-w-0 space-y-2">
        <div className="flex min-h-7 flex-wrap items-center gap-2">
          {current ? null : <Badge>{t("empty")}</Badge>}
          {isStale ? <Badge tone="warning">{t("stale")}</Badge> : null}
          {note ? <OriginNote locale={locale} note={note} /> : null}
        </div>
        {start === undefined ? (
          <LocalizedProse lang={to} text={current} />
        ) : (
          <TextField
            defaultValue={start}
            hint={isPublic ? t("publicHint") : undefined}
            label={`${name} (${LOCALE_NAME[to]})`}
            lang={LANGUAGE_TAG[to]}
            maxLength={PROJECT_MAX[field]}
            name={`words.${field}`}
            rows={field === "title" ? undefined : (ROWS[field] ?? 8)}
          />
        )}
      </div>
    </section>
  );
}
