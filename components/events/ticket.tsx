import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { QrCode } from "../ui/qr-code";

type TicketProps = { /** Absolute. */ address: string; locale: Locale };

/** What the organiser's own camera opens at the door; it says nothing to anybody else. */
export function Ticket({ address, locale }: TicketProps) {
  const t = getTranslator(locale, "events");
  return (
    <details className="mt-4">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("ticket.title")}</summary>
      <div className="mt-2 space-y-2">
        <QrCode address={address} label={t("ticket.label")} />
        <p className="text-secondary text-sm">{t("ticket.text")}</p>
      </div>
    </details>
  );
}
