import { headers } from "next/headers";
import { cache } from "react";
import { Notice } from "@/components/ui/notice";
import { TakeFocus } from "@/components/ui/take-focus";
import { isFlash, readTeller } from "@/lib/core/auth/flash";
import { CATALOGUES, type Catalogue } from "@/lib/core/i18n/catalogues";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

type PageNoticeProps = { locale: Locale; className: string };

/** What an action has to say on the page it leads to: the `notice` of the address, right after the act; `form` says it itself. */
export const readNotice = cache(async (locale: Locale) => {
  const code = (await headers()).get("x-club-notice");
  const t = getTranslator(locale, "notices");
  // Own words alone: `toString` is in every object.
  if (!code || !Object.hasOwn(CATALOGUES[locale].notices, code)) return null;
  if (!(await isFlash("notice", code))) return null;
  return { message: t(code as keyof Catalogue["notices"]), ...(await readTeller()) };
});

/**
 * The notice of an act; hidden (`base.css`) while the form of the act is there and says it. It takes the focus, once for each
 * act: the button that had it is not on the new page.
 */
export async function PageNotice({ locale, className }: PageNoticeProps) {
  const notice = await readNotice(locale);
  if (!notice) return null;
  return (
    <div
      className={className}
      data-page-notice={notice.form ? "unless-form" : ""}
      key={notice.at}
      tabIndex={-1}
    >
      <TakeFocus still />
      <Notice live tone="success">
        {notice.message}
      </Notice>
    </div>
  );
}
