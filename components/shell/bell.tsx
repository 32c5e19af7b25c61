import type { Locale } from "@/lib/core/i18n/locales";
import type { ShellCopy } from "@/lib/core/i18n/shell-copy";
import { CountedSign } from "./counted-sign";

type BellProps = { copy: ShellCopy; locale: Locale; current: string; unseen?: number };

/** The way to what one was told, with how much of it is new. */
export function Bell({ copy, locale, current, unseen }: BellProps) {
  return (
    <CountedSign
      count={unseen}
      current={current}
      icon="bell"
      label={copy.menu.notifications}
      locale={locale}
      to="/notifications"
      words={copy.menu.unseen}
    />
  );
}
