import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { hostName } from "@/lib/events/host-name";
import type { Host } from "@/lib/events/hosts.queries";

type HostListProps = { hosts: readonly Host[]; locale: Locale };

/** Who holds an event, with the way to their pages: the club, and those with it whose page the reader may open. */
export function HostList({ hosts, locale }: HostListProps) {
  const t = getTranslator(locale, "events");
  const named = hosts.filter(({ name }) => name !== null);
  return (
    <ul>
      <li>{t("hosts.club")}</li>
      {named.map((host) => {
        const { text, lang } = hostName(host, locale);
        return (
          <li key={host.organisationId} lang={lang}>
            {host.slug ? <a href={path(locale, `/organisations/${host.slug}`)}>{text}</a> : text}
            {host.isAgreed ? null : (
              <span className="block text-muted text-sm" lang={LANGUAGE_TAG[locale]}>
                {t(host.isAsked ? "hosts.asked" : "hosts.unasked")}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
