import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { hostName } from "@/lib/events/host-name";
import type { Host } from "@/lib/events/hosts.queries";
import { TextField } from "../ui/text-field";

type HostsFieldProps = {
  hosts?: readonly Host[];
  /** Whose name stands there where none was chosen yet. */
  proposed?: string;
  /** The club holds no event alone for whoever is not its administrator: one of theirs stands among them. */
  required: boolean;
  locale: Locale;
};

/** Who holds an event with the club, an organisation a line. */
export function HostsField({ hosts = [], proposed = "", required, locale }: HostsFieldProps) {
  const t = getTranslator(locale, "events");
  return (
    <TextField
      defaultValue={hosts.map((host) => hostName(host, locale).text).join("\n") || proposed}
      hint={t("hosts.hint")}
      label={t("hosts.hosts")}
      name="hosts"
      required={required}
      rows={3}
    />
  );
}
