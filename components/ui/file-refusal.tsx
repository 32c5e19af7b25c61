import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Sign } from "./sign";
import { TakeFocus } from "./take-focus";

type FileRefusalProps = {
  locale: Locale;
  /** Why, in words; null where nothing was refused. */
  words: string | null;
  /** The field to mend, and its id. */
  label: string;
  fieldId: string;
};

/**
 * What `ErrorSummary` is to the form of an action, at the top of a plain form that carries a file and came back. Browsers leave
 * `autofocus` out where the address names a place of the page, as it does then.
 */
export function FileRefusal({ locale, words, label, fieldId }: FileRefusalProps) {
  if (words === null) return null;
  return (
    <div
      // biome-ignore lint/a11y/noAutofocus: brings the browser to the form that was sent
      autoFocus
      className="rounded-md border-2 border-danger bg-danger-soft p-4 sm:p-5"
      data-error-summary
      role="alert"
      tabIndex={-1}
    >
      <TakeFocus />
      <h3 className="flex items-center gap-2 font-semibold text-danger text-lg">
        <Sign name="danger" />
        {getTranslator(locale, "ui")("form.errorTitle")}
      </h3>
      <p className="mt-2">
        <a className="text-danger" href={`#${fieldId}`}>
          <b className="block font-semibold">{label}</b>
          {words}
        </a>
      </p>
    </div>
  );
}
