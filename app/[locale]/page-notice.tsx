import { headers } from "next/headers";
import { Notice } from "@/components/ui/notice";
import { isFlash } from "@/lib/core/auth/flash";
import { CATALOGUES, type Catalogue } from "@/lib/core/i18n/catalogues";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

type PageNoticeProps = { locale: Locale; className: string };

/** What an action has to say on the page it leads to: the `notice` of the address, right after the act. */
export async function PageNotice({ locale, className }: PageNoticeProps) {
  const code = (await headers()).get("x-club-notice");
  const t = getTranslator(locale, "notices");
  // Own words alone: `toString` is in every object.
  if (!code || !Object.hasOwn(CATALOGUES[locale].notices, code)) return null;
  if (!(await isFlash("notice", code))) return null;
  return (
    <div className={className} data-page-notice>
      <Notice live tone="success">
        {t(code as keyof Catalogue["notices"])}
      </Notice>
    </div>
  );
}
