import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { MoveForm } from "../ui/move-form";

type ReadingFormProps = { action: FormAction; hidden: Record<string, string>; locale: Locale };

/** What is online already is read, and stays; taken down it is on its page. */
export function ReadingForm({ action, hidden, locale }: ReadingFormProps) {
  const t = getTranslator(locale, "admin");
  return (
    <MoveForm
      action={action}
      hidden={hidden}
      label={t("decide.markRead")}
      locale={locale}
      scope="read"
    >
      <p>{t("decide.unread")}</p>
    </MoveForm>
  );
}
