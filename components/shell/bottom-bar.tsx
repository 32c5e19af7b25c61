import type { Locale } from "@/lib/core/i18n/locales";
import type { ShellCopy } from "@/lib/core/i18n/shell-copy";
import { path } from "@/lib/core/paths";
import { IN_BOTTOM_BAR, isWithin, navItems } from "./nav-items";
import type { ShellViewer } from "./shell-viewer";

type BottomBarProps = {
  locale: Locale;
  copy: ShellCopy;
  current: string;
  viewer: ShellViewer | null;
};

/** The five places one goes to most, under the thumb on a phone; the menu and the footer hold the rest. */
export function BottomBar({ locale, copy, current, viewer }: BottomBarProps) {
  return (
    <nav
      aria-label={copy.quickAccess}
      className="no-print fixed inset-x-0 bottom-0 z-30 border-hairline border-t bg-surface pb-[env(safe-area-inset-bottom)] max-[20em]:static md:hidden"
    >
      <ul className="mx-auto flex max-w-lg justify-between overflow-x-auto px-2 max-[20em]:flex-wrap">
        {navItems(copy, viewer)
          .slice(0, IN_BOTTOM_BAR)
          .map(({ to, label, icon }) => (
            <li key={to}>
              <a
                aria-current={isWithin(current, to) ? "page" : undefined}
                className={`bar-link sign-${icon}`}
                href={path(locale, to)}
              >
                {label}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
