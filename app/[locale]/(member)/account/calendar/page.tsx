import { GraveMove } from "@/components/ui/grave-move";
import { MoveForm } from "@/components/ui/move-form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { readFresh } from "@/lib/core/auth/fresh-secret";
import { requireMember } from "@/lib/core/auth/viewer";
import { isActiveMember } from "@/lib/core/auth/viewer-type";
import { formatInstant } from "@/lib/core/dates";
import { env } from "@/lib/core/env";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { getOwnFeed } from "@/lib/events/calendar.queries";
import { feedAddress } from "@/lib/events/feed-address";
import { makeFeedAction, withdrawFeedAction } from "@/lib/events/feeds.actions";
import { BackToAccount } from "../back-to-account";

export const generateMetadata = titled("accounts", "calendar.title");

/** The address by which the reader's calendar follows their events: shown once, made again, taken back. */
export default async function CalendarPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireMember(locale, "/account/calendar");
  const [madeAt, secret] = await Promise.all([getOwnFeed(viewer), readFresh("calendar", viewer)]);
  const t = getTranslator(locale, "accounts");
  const make = (variant?: "secondary") => (
    <MoveForm
      action={makeFeedAction}
      hidden={{}}
      label={t(madeAt ? "calendar.again" : "calendar.make")}
      locale={locale}
      scope="make"
      variant={variant}
    />
  );
  return (
    <>
      <PageHeader
        before={<BackToAccount locale={locale} />}
        lead={t("calendar.lead")}
        title={t("calendar.title")}
      />
      <div className="max-w-2xl space-y-6">
        {madeAt && secret ? (
          <Notice title={t("calendar.freshTitle")} tone="warning">
            <p className="select-all break-all font-mono text-sm" translate="no">
              {feedAddress(env().APP_ORIGIN, secret)}
            </p>
            <p className="mt-2">{t("calendar.fresh")}</p>
          </Notice>
        ) : null}
        <p>
          {madeAt ? t("calendar.on", { at: formatInstant(madeAt, locale) }) : t("calendar.off")}
        </p>
        <p className="text-secondary">{t("calendar.holds")}</p>
        <div className="flex flex-wrap items-start gap-3">
          {isActiveMember(viewer) && !madeAt ? make() : null}
          {isActiveMember(viewer) && madeAt ? (
            <GraveMove consequence={t("calendar.againText")} label={t("calendar.again")}>
              {make("secondary")}
            </GraveMove>
          ) : null}
          {madeAt ? (
            <GraveMove consequence={t("calendar.withdrawText")} label={t("calendar.withdraw")}>
              <MoveForm
                action={withdrawFeedAction}
                hidden={{}}
                label={t("calendar.withdraw")}
                locale={locale}
                scope="withdraw"
                variant="danger"
              />
            </GraveMove>
          ) : null}
        </div>
      </div>
    </>
  );
}
