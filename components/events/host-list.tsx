import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { hostName } from "@/lib/events/host-name";
import type { Host } from "@/lib/events/queries";

type HostListProps = { hosts: readonly Host[]; locale: Locale };

/** Who holds an event, with the way to their pages: the club, and those with it whose page the reader may open. */
export function HostList({ hosts, locale }: HostListProps) {
  const named = hosts.filter(({ name }) => name !== null);
  return (
    <ul>
      <li>{getTranslator(locale, "events")("hosts.club")}</li>
      {named.map((host) => {
        const { text, lang } = hostName(host, locale);
        return (
          <li key={host.organisationId} lang={lang}>
            {host.slug ? <a href={path(locale, `/organisations/${host.slug}`)}>{text}</a> : text}
          </li>
        );
      })}
    </ul>
  );
}
