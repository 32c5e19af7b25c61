import { redirect } from "next/navigation";
import { Card } from "@/components/ui/card";
import { MoveForm } from "@/components/ui/move-form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { readFresh } from "@/lib/core/auth/fresh-secret";
import { requireAccount } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { putCodesAwayAction } from "@/lib/second-factor/actions";

export const generateMetadata = titled("secondFactor", "codes.title");

/** The codes that were just made, until they are put away. */
export default async function RecoveryCodesPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireAccount(locale, "/account/second-factor");
  const codes = (await readFresh("codes", viewer))?.split(" ");
  if (!codes) redirect(path(locale, "/account/second-factor"));
  const t = getTranslator(locale, "secondFactor");
  return (
    <>
      <PageHeader lead={t("codes.lead")} title={t("codes.title")} />
      <div className="max-w-2xl space-y-6">
        <Notice tone="warning">{t("codes.once")}</Notice>
        <Card>
          <ul aria-label={t("codes.list")} className="space-y-2 font-mono" translate="no">
            {codes.map((code) => (
              <li className="break-words" key={code}>
                {code}
              </li>
            ))}
          </ul>
        </Card>
        <MoveForm
          action={putCodesAwayAction}
          className="no-print"
          hidden={{}}
          isKeyless
          label={t("codes.submit")}
          locale={locale}
          scope="codes"
        />
      </div>
    </>
  );
}
