import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { FieldError } from "../ui/field-error";
import { CONTROL } from "../ui/field-style";

/** The choice of a file in a plain form that carries it, with why the last one was not taken. */
export function FileField({ refusal, locale }: { refusal: string | null; locale: Locale }) {
  const t = getTranslator(locale, "rooms");
  return (
    <div className="space-y-1.5">
      <label className="block font-semibold" htmlFor="document-file">
        {t("documents.file")}
      </label>
      <p className="text-muted text-sm" id="document-hint">
        {t("documents.hint")}
      </p>
      <FieldError error={refusal ?? undefined} id="document-error" />
      <input
        accept=".pdf,.png,.jpg,.jpeg,.webp"
        aria-describedby={refusal ? "document-hint document-error" : "document-hint"}
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
