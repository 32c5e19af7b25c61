import type { Locale } from "@/lib/core/i18n/locales";
import type { ShellCopy } from "@/lib/core/i18n/shell-copy";
import { path } from "@/lib/core/paths";
import { Icon } from "../ui/icon";
import { isWithin } from "./nav-items";

/** A number of two digits fits on the bell. */
const MOST_SHOWN = 99;

type BellProps = { copy: ShellCopy; locale: Locale; current: string; unseen?: number };

/** The way to what one was told, with how much of it is new. */
export function Bell({ copy, locale, current, unseen = 0 }: BellProps) {
  return (
    <a
      aria-current={isWithin(current, "/notifications") ? "page" : undefined}
      className="grid size-11 place-items-center rounded-sm text-secondary hover:text-ink"
      href={path(locale, "/notifications")}
    >
      <span aria-hidden="true" className="relative">
        <Icon className="size-6" name="bell" />
        {unseen ? (
          <span className="count-dot">{unseen > MOST_SHOWN ? `${MOST_SHOWN}+` : unseen}</span>
        ) : null}
      </span>
      <span className="sr-only">
        {unseen ? `${copy.menu.notifications} (${copy.menu.unseen})` : copy.menu.notifications}
      </span>
    </a>
  );
}
