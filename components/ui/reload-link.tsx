import type { Locale } from "@/lib/core/i18n/locales";
import type { MachineWords } from "@/lib/core/i18n/machine-view";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";

type ReloadLinkProps = { href: string; made: Iterable<MachineWords>; locale: Locale };

/** Draws the page again, as long as a machine is at work on something of it. */
export function ReloadLink({ href, made, locale }: ReloadLinkProps) {
  if (![...made].some(({ state }) => state === "pending")) return null;
  return (
    <p className="no-print">
      <a className="inline-block py-1 pointer-coarse:py-2.5" href={path(locale, href)}>
        {getTranslator(locale, "machine")("reload")}
      </a>
    </p>
  );
}
