import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Notice } from "../ui/notice";

type LapsedNoticeProps = {
  viewer: Pick<Viewer, "status">;
  locale: Locale;
  /** Where it says what they can still do. */
  href: string;
};

/** To somebody whose membership has lapsed; nothing to anybody else. */
export function LapsedNotice({ viewer, locale, href }: LapsedNoticeProps) {
  if (viewer.status !== "lapsed") return null;
  const t = getTranslator(locale, "accounts");
  return (
    <Notice className="mb-8" title={t("standing.lapsed.home")} tone="warning">
      <a href={href}>{t("standing.lapsed.homeLink")}</a>
    </Notice>
  );
}
