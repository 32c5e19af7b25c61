import type { KeptKind } from "@/lib/bookmarks/bookmark";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { MoveForm } from "../ui/move-form";

type KeepFormProps = {
  thing: { kind: KeptKind; slug: string };
  isKept: boolean;
  action: FormAction;
  locale: Locale;
  /** What the thing is called, in a list of them. */
  about?: string;
};

/** The button that keeps a thing to come back to, or lets it go. */
export function KeepForm({ thing, isKept, action, locale, about }: KeepFormProps) {
  return (
    <MoveForm
      about={about}
      action={action}
      className="no-print"
      hidden={{ ...thing, act: isKept ? "let-go" : "keep" }}
      label={getTranslator(locale, "bookmarks")(isKept ? "letGo" : "keep")}
      locale={locale}
      scope={`keep-${thing.kind}-${thing.slug}`}
      size="small"
      variant={isKept ? "quiet" : "secondary"}
    />
  );
}
