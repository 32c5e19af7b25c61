import type { ReactNode } from "react";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import type { ShellCopy } from "@/lib/core/i18n/shell-copy";
import { path } from "@/lib/core/paths";
import { buttonStyle } from "../ui/button-style";
import { AccountMenu } from "./account-menu";
import { Bell } from "./bell";
import { breakAtSeam } from "./break-at-seam";
import { ConfluenceMark } from "./confluence-mark";
import { CountedSign } from "./counted-sign";
import { LanguageSwitch } from "./language-switch";
import { exchangesItem, type NavItem, navItems, roomOf } from "./nav-items";
import type { ShellViewer } from "./shell-viewer";
import { signInHref } from "./sign-in-href";
import { SignInLink } from "./sign-in-link";
import { WayList } from "./way-list";

type SiteHeaderProps = {
  locale: Locale;
  copy: ShellCopy;
  clubName: string;
  current: string;
  viewer: ShellViewer | null;
  signOut: FormAction;
  /** Stands instead of the rooms and the person. */
  leave?: ReactNode;
};

/** The club's name, the rooms, the languages, the person. */
export function SiteHeader(props: SiteHeaderProps) {
  const { locale, copy, clubName, current, viewer, signOut, leave } = props;
  const items = navItems(copy, viewer);
  return (
    <header className="no-print border-hairline border-b bg-surface">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-4 px-4 sm:px-6">
        <a
          className="flex min-h-16 min-w-0 flex-1 max-[20em]:basis-full items-center gap-3 py-2 text-ink no-underline hover:text-ink"
          href={path(locale, "/")}
        >
          <ConfluenceMark className="size-9" />
          <span className="text-balance font-semibold leading-tight max-sm:text-sm">
            {breakAtSeam(clubName)}
          </span>
        </a>
        {leave ?? (
          <PersonCorner
            copy={copy}
            current={current}
            locale={locale}
            signOut={signOut}
            viewer={viewer}
          />
        )}
        <div className="flex basis-full flex-wrap items-center justify-between gap-x-4 whitespace-nowrap">
          {leave ? null : (
            <nav aria-label={copy.nav.label} className="hidden md:block">
              <WayList
                className="flex flex-wrap gap-x-5 lg:gap-x-7"
                current={roomOf(items, current, locale)}
                linkClassName="nav-link"
                ways={items.map((item) => [path(locale, item.to), navWords(item)])}
              />
            </nav>
          )}
          <div className={viewer ? "hidden xl:block" : undefined}>
            <LanguageSwitch current={current} label={copy.language} locale={locale} />
          </div>
        </div>
      </div>
    </header>
  );
}

/** The account's menu, or the way in. */
function PersonCorner({ viewer, ...menu }: Omit<SiteHeaderProps, "clubName" | "leave">) {
  if (viewer) {
    const { countLabel, ...exchanges } = exchangesItem(menu.copy, viewer);
    return (
      <>
        {viewer.isMember ? (
          <CountedSign
            {...exchanges}
            className="hidden md:grid"
            current={menu.current}
            locale={menu.locale}
            words={countLabel}
          />
        ) : null}
        <Bell copy={menu.copy} current={menu.current} locale={menu.locale} unseen={viewer.unseen} />
        <AccountMenu {...menu} viewer={viewer} />
      </>
    );
  }
  return (
    <SignInLink
      className={buttonStyle("secondary", "small")}
      href={signInHref(menu.locale, menu.current)}
      label={menu.copy.menu.signIn}
    />
  );
}

function navWords({ label, count, countLabel }: NavItem): ReactNode {
  if (!count) return label;
  return (
    <>
      {label}
      <span className="min-w-6 rounded-full bg-chip px-1.5 text-center font-semibold text-link text-xs tabular-nums">
        <span aria-hidden="true">{count}</span>
        <span className="sr-only">{countLabel}</span>
      </span>
    </>
  );
}
