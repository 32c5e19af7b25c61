import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ROOM_MAX } from "@/lib/rooms/room-limits";
import { FieldError } from "../ui/field-error";
import { FieldLabel } from "../ui/field-label";
import { CONTROL } from "../ui/field-style";

type DocumentTitleFieldProps = {
  locale: Locale;
  /** Why the last title was not taken, in words. */
  refusal: string | null;
  typed: string;
};

/** The title of a new document in a plain form; too long a one is refused in words, never cut off. */
export function DocumentTitleField({ locale, refusal, typed }: DocumentTitleFieldProps) {
  const t = getTranslator(locale, "rooms");
  return (
    <div className="space-y-1.5">
      <FieldLabel
        field={{
          id: "document-title",
          labelId: "document-title-label",
          optionalWord: formCopy(locale).optional,
        }}
      >
        {t("documents.name")}
      </FieldLabel>
      <p className="text-muted text-sm" id="document-title-hint">
        {t("documents.nameHint", { most: ROOM_MAX.title })}
      </p>
      <FieldError error={refusal ?? undefined} id="document-title-error" />
      <input
        aria-describedby={`document-title-hint${refusal ? " document-title-error" : ""}`}
        aria-invalid={refusal ? true : undefined}
        className={`${CONTROL} min-h-11`}
        defaultValue={typed}
        dir="auto"
        id="document-title"
        name="title"
        type="text"
      />
    </div>
  );
}
