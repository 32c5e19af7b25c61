import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";

type SleepingRoleNoticeProps = {
  viewer: Viewer;
  locale: Locale;
  /** Where a second factor is set up, unless one is there. */
  href?: string;
};

/** To somebody of the club team whose role waits for a second factor; nothing to anybody else. */
export function SleepingRoleNotice({ viewer, locale, href }: SleepingRoleNoticeProps) {
  if (!viewer.sleepingRole) return null;
  const t = getTranslator(locale, "secondFactor");
  const role = getTranslator(locale, "enums")(`role.${viewer.sleepingRole}`);
  return (
    <Notice className="mb-8" title={t("page.requiredTitle")} tone="warning">
      <p>{t("page.required", { role })}</p>
      {href ? (
        <p className="mt-3">
          <LinkButton href={href}>{t("section.setUp")}</LinkButton>
        </p>
      ) : null}
    </Notice>
  );
}
