import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { ActionForm } from "../ui/action-form";
import { TRANSLATE_FORM } from "./message-item";

type TranslateFormProps = { page: number; locale: Locale; action: FormAction };

/** What the buttons under the messages of a page send; asked for twice, a message is translated once. */
export const TranslateForm = ({ page, locale, action }: TranslateFormProps) => (
  <ActionForm
    action={action}
    className="space-y-3"
    copy={formCopy(locale)}
    hidden={{ locale, page: String(page) }}
    id={TRANSLATE_FORM}
    locale={locale}
    scope="translate"
  >
    {null}
  </ActionForm>
);
