import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { type InterestFilters, interestQuery } from "@/lib/interests/interest-groups";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";

/** Nothing received, nothing sent, or nothing in this state. */
export function EmptyInbox({ filters, locale }: { filters: InterestFilters; locale: Locale }) {
  const t = getTranslator(locale, "interests");
  const { side, group } = filters;
  const kind = group ? "Group" : side === "received" ? "Received" : "Sent";
  const start = interestQuery({ side, group: null, page: 1 });
  const href = {
    Group: path(locale, "/interests", start),
    Received: path(locale, "/projects?mine=1"),
    Sent: path(locale, "/projects"),
  }[kind];
  return (
    <EmptyState
      action={<LinkButton href={href}>{t(`list.empty${kind}Action`)}</LinkButton>}
      text={t(`list.empty${kind}Text`)}
      title={t(`list.empty${kind}Title`)}
    />
  );
}
