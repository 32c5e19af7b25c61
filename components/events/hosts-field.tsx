import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { hostName } from "@/lib/events/host-name";
import type { Host } from "@/lib/events/hosts.queries";
import { TextField } from "../ui/text-field";

type HostsFieldProps = { hosts?: readonly Host[]; locale: Locale };

/** Who holds an event with the club, an organisation a line. */
export function HostsField({ hosts = [], locale }: HostsFieldProps) {
  const t = getTranslator(locale, "events");
  return (
    <TextField
      defaultValue={hosts.map((host) => hostName(host, locale).text).join("\n")}
      hint={t("hosts.hint")}
      label={t("hosts.hosts")}
      name="hosts"
      rows={3}
    />
  );
}
