import type { FormAction } from "@/lib/core/form-state";
import type { FormCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";

/** What every form of this room is given. */
export type FormProps<Words extends string> = {
  action: FormAction;
  locale: Locale;
  form: FormCopy;
  words: Record<Words, string>;
};
