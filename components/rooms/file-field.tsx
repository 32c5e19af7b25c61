import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { FieldError } from "../ui/field-error";
import { CONTROL } from "../ui/field-style";

type FileFieldProps = {
  locale: Locale;
  /** Why the last file was not taken, in words. */
  refusal: string | null;
  /** The form came back, without the file: browsers do not keep it. */
  isGone: boolean;
};

/** The choice of a file in a plain form that carries it. */
export function FileField({ refusal, isGone, locale }: FileFieldProps) {
  const t = getTranslator(locale, "rooms");
  return (
    <div className="space-y-1.5">
      <label className="block font-semibold" htmlFor="document-file">
        {t("documents.file")}
      </label>
      <p className="text-muted text-sm" id="document-hint">
        {t("documents.hint")}
      </p>
      {isGone ? (
        <p className="font-semibold text-sm" id="document-again">
          {t("documents.chooseAgain")}
        </p>
      ) : null}
      <FieldError error={refusal ?? undefined} id="document-error" />
      <input
        accept=".pdf,.png,.jpg,.jpeg,.webp"
        aria-describedby={[
          "document-hint",
          ...(isGone ? ["document-again"] : []),
          ...(refusal ? ["document-error"] : []),
        ].join(" ")}
        aria-invalid={refusal ? true : undefined}
        className={`${CONTROL} min-h-11`}
        id="document-file"
        name="file"
        required
        type="file"
      />
    </div>
  );
}
