import { Notice } from "@/components/ui/notice";
import { RefusalPlace } from "@/components/ui/refusal-place";
import { findRefusal } from "@/lib/core/auth/refused-form";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

type PageRefusalProps = { locale: Locale; className: string };

/** Why a form was refused that the page no longer holds. Where it does, the form says it (base.css). */
export async function PageRefusal({ locale, className }: PageRefusalProps) {
  const refusal = await findRefusal();
  if (!refusal) return null;
  const t = getTranslator(locale, "ui");
  return (
    <RefusalPlace className={className} key={crypto.randomUUID()}>
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
              >
                {text}
              </blockquote>
            ))}
          </>
        ) : null}
      </Notice>
    </RefusalPlace>
  );
}
