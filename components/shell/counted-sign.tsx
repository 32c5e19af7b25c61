import type { Locale } from "@/lib/core/i18n/locales";
import { inBrackets } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import { isWithin, type NavItem } from "./nav-items";

/** A number of two digits fits on the corner of a sign. */
const MOST_SHOWN = 99;

type CountedSignProps = {
  to: string;
  icon: NavItem["icon"] | "bell";
  label: string;
  locale: Locale;
  current: string;
  count?: number;
  /** What is counted. */
  words?: string;
  className?: string;
};

/** A way by its sign alone, with how much waits behind it. */
export function CountedSign(props: CountedSignProps) {
  const { to, icon, label, locale, current, count = 0, words, className = "grid" } = props;
  return (
    <a
      {...(isWithin(current, to) && { "aria-current": "page" })}
      className={`counted-sign sign-${icon} ${className}`}
      href={path(locale, to)}
    >
      {count ? (
        <span aria-hidden="true" className="count-dot top-1.5 right-1.5">
          {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
        </span>
      ) : null}
      <span className="sr-only">{count && words ? label + inBrackets(words, locale) : label}</span>
    </a>
  );
}
