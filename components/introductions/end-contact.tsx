import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { MoveForm } from "../ui/move-form";

type EndContactProps = {
  memberId: string;
  /** The page that it stands on. */
  from: "introductions" | "interests";
  id: string;
  locale: Locale;
  action: FormAction;
};

/** The way out of a contact, folded away, with what follows from it. */
export function EndContact({ memberId, from, id, locale, action }: EndContactProps) {
  const t = getTranslator(locale, "introductions");
  return (
    <details className="no-print rounded-md border border-hairline px-4 py-2">
      <summary className="cursor-pointer py-1 font-semibold text-link pointer-coarse:py-2.5">
        {t("endContact.title")}
      </summary>
      <div className="max-w-measure space-y-3 pt-1 pb-2">
        <p>{t("endContact.text")}</p>
        <MoveForm
          action={action}
          hidden={{ memberId, from, id }}
          label={t("endContact.confirm")}
          locale={locale}
          scope="end-contact"
          size="small"
          variant="secondary"
        />
      </div>
    </details>
  );
}
