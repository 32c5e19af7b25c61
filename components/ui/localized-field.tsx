"use client";

import type { LocalizedFieldCopy } from "@/lib/core/i18n/form-copy";
import { LANGUAGE_TAG, LOCALES, type Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { Badge } from "./badge";
import { FoldArrow } from "./fold-arrow";
import { useField } from "./form-context";
import { TextField } from "./text-field";
import { VisuallyHidden } from "./visually-hidden";

type LocalizedFieldProps = {
  name: string;
  label: string;
  /** The language the entry is first written in: its field stands open and may be required. */
  original: Locale;
  copy: LocalizedFieldCopy;
  hint?: string;
  required?: boolean;
  /** When it is optional, where it is not always: "(optional online)". */
  optional?: string;
  rows?: number;
  maxLength?: number;
  defaultValue?: LocalizedText;
  /** Translations that are older than the original. */
  stale?: Locale[];
};

type TranslationProps = LocalizedFieldProps & { language: Locale };

function Translation({ language, ...props }: TranslationProps) {
  const { name, label, copy, rows, maxLength, defaultValue, stale = [] } = props;
  const { error, kept, saved } = useField(`${name}.${language}`);
  const isStale = stale.includes(language);
  const isEmpty = kept(defaultValue?.[language]) === "";
  const isOvertaken = saved(defaultValue?.[language]) !== null;
  return (
    <details className="border-hairline border-t" open={Boolean(error) || isStale || isOvertaken}>
      <summary className="flex min-h-11 flex-wrap items-center gap-2 py-2 text-sm hover:text-link">
        <FoldArrow />
        <VisuallyHidden>{label}</VisuallyHidden>
        <span lang={LANGUAGE_TAG[language]}>{copy.languages[language]}</span>
        {isStale ? <Badge tone="warning">{copy.stale}</Badge> : null}
        {isEmpty ? <Badge>{copy.toTranslate}</Badge> : null}
        {isStale || isEmpty ? null : <Badge tone="success">{copy.translated}</Badge>}
      </summary>
      <div className="pb-4">
        <TextField
          defaultValue={defaultValue?.[language]}
          label={label + copy.within.replace("{language}", copy.languages[language])}
          lang={LANGUAGE_TAG[language]}
          maxLength={maxLength}
          name={`${name}.${language}`}
          rows={rows}
        />
      </div>
    </details>
  );
}

/** One text in three languages: the original first, the two others folded below it. */
export function LocalizedField(props: LocalizedFieldProps) {
  const { name, label, original, copy, hint, required, rows, maxLength, defaultValue } = props;
  return (
    <div>
      <TextField
        aside={
          <span className="text-muted text-sm">
            <span lang={LANGUAGE_TAG[original]}>{copy.languages[original]}</span>
            {` · ${copy.original}`}
          </span>
        }
        defaultValue={defaultValue?.[original]}
        hint={hint}
        label={label}
        lang={LANGUAGE_TAG[original]}
        maxLength={maxLength}
        name={`${name}.${original}`}
        optional={props.optional}
        required={required}
        rows={rows}
      />
      <div className="mt-3 border-hairline border-b">
        {LOCALES.filter((language) => language !== original).map((language) => (
          <Translation {...props} key={language} language={language} />
        ))}
      </div>
    </div>
  );
}
