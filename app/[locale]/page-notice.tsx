import { headers } from "next/headers";
import { Notice } from "@/components/ui/notice";
import type { Catalogue } from "@/lib/core/i18n/catalogues";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

type PageNoticeProps = { locale: Locale; bleed: boolean };

/** What an action has to say on the page it leads to: the `notice` of the address, if the catalogue knows it. */
export async function PageNotice({ locale, bleed }: PageNoticeProps) {
  const code = (await headers()).get("x-club-notice");
  const t = getTranslator(locale, "notices");
  if (!code || !t.has(code as keyof Catalogue["notices"])) return null;
  return (
    <div className={bleed ? "mx-auto w-full max-w-page px-4 pt-6 sm:px-6" : "mb-8"}>
      <Notice live tone="success">
        {t(code as keyof Catalogue["notices"])}
      </Notice>
    </div>
  );
}
