import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";

/** What the forms that change somebody's account have in common. */
export type AccountFormProps = {
  locale: Locale;
  action: FormAction;
  account: { id: string; version: number; locale: Locale };
};
