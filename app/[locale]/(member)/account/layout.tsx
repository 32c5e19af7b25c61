import type { ReactNode } from "react";
import { MoveForm } from "@/components/ui/move-form";
import { Notice } from "@/components/ui/notice";
import { withdrawErasureAction } from "@/lib/accounts/actions";
import { getErasureDay } from "@/lib/accounts/erasure-request.queries";
import { getViewer } from "@/lib/core/auth/viewer";
import { formatDay } from "@/lib/core/dates";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";

type AccountLayoutProps = { params: Promise<{ locale: string }>; children: ReactNode };

/** Above each page of the account: that it will be erased, when, and the button that keeps it. */
export default async function AccountLayout({ params, children }: AccountLayoutProps) {
  const locale = await pageLocale(params);
  const viewer = await getViewer();
  const day = viewer && (await getErasureDay(viewer));
  const t = getTranslator(locale, "accounts");
  return (
    <>
      {day ? (
        <Notice
          className="mb-10"
          title={t("erasure.askedTitle", { day: formatDay(day, locale) })}
          tone="warning"
        >
          <p className="mb-4">{t("erasure.askedText")}</p>
          <MoveForm
            action={withdrawErasureAction}
            hidden={{}}
            label={t("erasure.withdraw")}
            locale={locale}
            scope="keep"
            variant="secondary"
          />
        </Notice>
      ) : null}
      {children}
    </>
  );
}
