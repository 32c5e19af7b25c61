import type { Locale } from "@/lib/core/i18n/locales";
import { inBrackets } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import { Icon, type IconName } from "../ui/icon";
import { isWithin } from "./nav-items";

/** A number of two digits fits on the corner of a sign. */
const MOST_SHOWN = 99;

type CountedSignProps = {
  to: string;
  icon: IconName;
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
      className={`${className} size-11 place-items-center rounded-sm text-secondary hover:text-ink`}
      href={path(locale, to)}
    >
      <span aria-hidden="true" className="relative">
        <Icon className="size-6" name={icon} />
        {count ? (
          <span className="count-dot">{count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}</span>
        ) : null}
      </span>
      <span className="sr-only">{count && words ? label + inBrackets(words, locale) : label}</span>
    </a>
  );
}
