import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { TextField } from "../ui/text-field";

/** A password that is being chosen, typed twice. */
export function NewPasswordFields({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "accounts");
  return (
    <>
      <TextField
        autoComplete="new-password"
        hint={t("choose.passwordHint")}
        label={t("choose.password")}
        name="password"
        required
        type="password"
        width="medium"
      />
      <TextField
        autoComplete="new-password"
        label={t("choose.passwordAgain")}
        name="passwordAgain"
        required
        type="password"
        width="medium"
      />
    </>
  );
}
