import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { NoticeGroup } from "@/lib/notifications/notice-view";
import { NoticeList } from "./notice-list";

type UnseenNoticesProps = { groups: readonly NoticeGroup[]; locale: Locale };

const SHOWN = 5;

/** The newest of what one was told and has not seen; nothing where there is none. The list of all takes it as seen. */
export function UnseenNotices({ groups, locale }: UnseenNoticesProps) {
  if (groups.length === 0) return null;
  const t = getTranslator(locale, "home");
  return (
    <section aria-labelledby="told">
      <h2 className="mb-4 font-semibold text-2xl" id="told">
        {t("told.title")}
      </h2>
      <NoticeList groups={groups.slice(0, SHOWN).map(withoutBadges)} locale={locale} />
      <p className="mt-3">
        <a href={path(locale, "/notifications")}>{t("told.all")}</a>
      </p>
    </section>
  );
}

/** All of it is new, as the title says. */
const withoutBadges = ({ key, lines }: NoticeGroup): NoticeGroup => ({
  key,
  lines: lines.map((line) => ({ ...line, isNew: false })),
});
