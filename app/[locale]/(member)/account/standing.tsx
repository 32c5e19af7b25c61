import { StandingNotice } from "@/components/accounts/standing-notice";
import { ArrivalNotice } from "@/components/arrivals/arrival-notice";
import { referenceItem } from "@/db/reference/lists";
import { openUntil } from "@/lib/accounts/policy";
import type { OwnAccount, Suspension } from "@/lib/accounts/queries";
import { openOwnLinkAction } from "@/lib/arrivals/actions";
import { barOf } from "@/lib/core/auth/standing";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { mailLink } from "./mail-link";
import type { SectionProps } from "./section-props";

type StandingProps = SectionProps & { suspension: Suspension | null };

/** Why the portal is not open to this person, and what they can still do; nothing for an active membership. */
export function Standing({ locale, viewer, account, suspension }: StandingProps) {
  const t = getTranslator(locale, "accounts");
  const status = barOf(viewer);
  if (!status) return null;
  const still = t.rich("standing.still", mailLink());
  const title = t(`standing.${status}.title`);
  if (status === "pending" && account.isBroughtIn && account.erasureDueAt === null) {
    return <ArrivalNotice action={openOwnLinkAction} locale={locale} />;
  }
  if (status !== "suspended") {
    const text = t(`standing.${status}.text`, { date: formatDay(account.createdAt, locale) });
    const shown = status === "lapsed" ? [text, openWords(account, locale)] : [text];
    return <StandingNotice paragraphs={shown} still={still} title={title} tone="warning" />;
  }
  const reason = referenceItem("reasonsSuspension", suspension?.reasonCode ?? "")?.message?.[
    locale
  ];
  const date = suspension && formatDay(suspension.decidedAt, locale);
  const since = date ? t("standing.suspended.since", { date }) : "";
  return (
    <StandingNotice
      paragraphs={[reason ?? "", since].filter(Boolean)}
      quote={
        suspension?.words
          ? { label: t("standing.suspended.words"), text: suspension.words }
          : undefined
      }
      still={still}
      title={title}
      tone="danger"
    />
  );
}

/** Until when visitors read what is theirs whose membership has lapsed. */
function openWords({ isOpen, lapsedOn }: OwnAccount, locale: Locale): string {
  const t = getTranslator(locale, "accounts");
  if (!isOpen || !lapsedOn) return t("standing.lapsed.closed");
  return t("standing.lapsed.open", { until: formatDay(openUntil(lapsedOn), locale) });
}
