import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { Notice } from "../ui/notice";

type NumberOutOfSightProps = {
  locale: Locale;
  asked: { name: string; number: string };
  /** The address of the club team. */
  contact: string;
};

/** The club has this number on a page that the reader does not see: whom to write to, or the way back to what was typed. */
export function NumberOutOfSight({ locale, asked, contact }: NumberOutOfSightProps) {
  const t = getTranslator(locale, "organisations");
  const again = { name: asked.name, registrationId: asked.number, change: "on" };
  return (
    <div className="max-w-2xl space-y-6">
      <Notice title={t("similar.outOfSight")} tone="warning">
        {t.rich("similar.outOfSightText", {
          contact,
          mail: (words) => <a href={`mailto:${contact}`}>{words}</a>,
        })}
      </Notice>
      <a
        className="inline-flex min-h-11 items-center"
        href={path(locale, "/organisations/new", again)}
      >
        {t("similar.back")}
      </a>
    </div>
  );
}
