import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Announcement } from "@/lib/mailings/announcements.queries";
import { LocalizedProse } from "../ui/localized-prose";
import { MoveForm } from "../ui/move-form";
import { VisuallyHidden } from "../ui/visually-hidden";

type AnnouncementsProps = { said: Announcement[]; dismiss: FormAction; locale: Locale };

/** What the club says to its members, until a day or until they put it away. Nothing without any. */
export function Announcements({ said, dismiss, locale }: AnnouncementsProps) {
  const t = getTranslator(locale, "mailings");
  if (said.length === 0) return null;
  return (
    <section aria-labelledby="announcements">
      <h2 className="mb-4 font-semibold text-2xl" id="announcements">
        {t("board.title")}
      </h2>
      <ul className="grid grid-cols-1 gap-4">
        {said.map(({ id, subject, body, shownUntil }) => (
          <li className="wrap-anywhere rounded-md border border-hairline p-4 sm:p-5" key={id}>
            <h3 className="mb-2 font-semibold text-lg" dir="auto">
              {subject}
            </h3>
            <LocalizedProse hasLinks lang={locale} text={body} />
            <div className="mt-3 flex flex-wrap items-center justify-between gap-x-6">
              <p className="text-muted text-sm">
                {t("board.until", { day: formatDay(shownUntil, locale) })}
              </p>
              <MoveForm
                action={dismiss}
                hidden={{ mailingId: id }}
                label={
                  <>
                    <span aria-hidden>{t("board.dismiss")}</span>
                    <VisuallyHidden>{t("board.dismissNamed", { subject })}</VisuallyHidden>
                  </>
                }
                locale={locale}
                scope={`announcement-${id}`}
                size="small"
                variant="quiet"
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
