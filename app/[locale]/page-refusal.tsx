import { Notice } from "@/components/ui/notice";
import { TakeFocus } from "@/components/ui/take-focus";
import { findRefusal } from "@/lib/core/auth/refused-form";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { languageByScript } from "@/lib/core/text/foreign-words";

type PageRefusalProps = { locale: Locale; className: string };

/** Why a form was refused that the page no longer holds. Where it does, the form says it (base.css). */
export async function PageRefusal({ locale, className }: PageRefusalProps) {
  const refusal = await findRefusal();
  if (!refusal) return null;
  const t = getTranslator(locale, "ui");
  return (
    <div
      className={className}
      data-page-refusal
      key={crypto.randomUUID()}
      role="alert"
      tabIndex={-1}
    >
      <TakeFocus />
      <Notice title={t("form.errorTitle")} tone="danger">
        <p>{refusal.message}</p>
        {refusal.typed.length > 0 ? (
          <>
            <p className="mt-3 font-semibold">{t("form.typed")}</p>
            {refusal.typed.map((text) => (
              <blockquote
                className="mt-2 whitespace-pre-line border-hairline border-l-4 pl-3"
                dir="auto"
                key={text}
                lang={languageByScript(text)}
              >
                {text}
              </blockquote>
            ))}
          </>
        ) : null}
      </Notice>
    </div>
  );
}
