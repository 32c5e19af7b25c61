import type { Locale } from "@/lib/core/i18n/locales";
import type { ShellCopy } from "@/lib/core/i18n/shell-copy";
import { path } from "@/lib/core/paths";
import { Icon, type IconName } from "../ui/icon";
import { isWithin } from "./nav-items";

type BottomBarProps = { locale: Locale; copy: ShellCopy; current: string };

/** The five places a member goes to, under the thumb on a phone. */
export function BottomBar({ locale, copy, current }: BottomBarProps) {
  const isNew = isWithin(current, "/projects/new");
  const items: { to: string; label: string; icon: IconName; active: boolean }[] = [
    { to: "/home", label: copy.nav.home, icon: "home", active: isWithin(current, "/home") },
    {
      to: "/members",
      label: copy.nav.members,
      icon: "users",
      active: isWithin(current, "/members"),
    },
    { to: "/projects/new", label: copy.nav.newProject, icon: "plus", active: isNew },
    {
      to: "/projects",
      label: copy.nav.projects,
      icon: "folder",
      active: isWithin(current, "/projects") && !isNew,
    },
    {
      to: "/account",
      label: copy.nav.account,
      icon: "user",
      active: isWithin(current, "/account"),
    },
  ];
  return (
    <nav
      aria-label={copy.quickAccess}
      className="no-print fixed inset-x-0 bottom-0 z-30 border-hairline border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="grid grid-cols-5">
        {items.map(({ to, label, icon, active }) => (
          <li key={to}>
            <a
              aria-current={active ? "page" : undefined}
              className="flex min-h-14 flex-col items-center justify-center gap-0.5 text-center text-muted text-xs leading-none no-underline hover:text-ink focus-visible:-outline-offset-3 aria-[current=page]:font-semibold aria-[current=page]:text-link"
              href={path(locale, to)}
            >
              <Icon className="size-5.5" name={icon} />
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
