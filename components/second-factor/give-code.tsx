import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { MoveForm } from "../ui/move-form";
import { CodeField } from "./code-field";

type GiveCodeProps = { action: FormAction; locale: Locale; next?: string };

/** The second step of signing in: the app's code, or a recovery code for whoever has no app at hand. */
export function GiveCode({ action, locale, next }: GiveCodeProps) {
  const t = getTranslator(locale, "secondFactor");
  const hidden: Record<string, string> = next ? { next } : {};
  return (
    <>
      <MoveForm
        action={action}
        className="space-y-6"
        hidden={hidden}
        isKeyless
        label={t("give.submit")}
        locale={locale}
        scope="app"
      >
        <CodeField kind="app" label={t("give.code")} />
      </MoveForm>
      <details className="mt-6 border-hairline border-t pt-4">
        <summary className="w-fit cursor-pointer py-1 text-link">{t("give.noApp")}</summary>
        <MoveForm
          action={action}
          className="mt-4 space-y-6"
          hidden={hidden}
          isKeyless
          label={t("give.recoverySubmit")}
          locale={locale}
          scope="recovery"
          variant="secondary"
        >
          <CodeField hint={t("give.recoveryHint")} kind="recovery" label={t("give.recoveryCode")} />
        </MoveForm>
      </details>
    </>
  );
}
