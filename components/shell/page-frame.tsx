import type { ReactNode } from "react";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import type { ShellCopy } from "@/lib/core/i18n/shell-copy";
import { inBrackets } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import { barItems, roomOf } from "./nav-items";
import type { ShellViewer } from "./shell-viewer";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";
import { WayList } from "./way-list";

type PageFrameProps = {
  locale: Locale;
  copy: ShellCopy;
  clubName: string;
  /** Path and query of this page without its language: `/projects?page=2`. */
  current: string;
  viewer: ShellViewer | null;
  signOut: FormAction;
  /** Address that the footer's contact link opens. */
  contactHref?: string;
  demo?: boolean;
  /** Inside the application: no way elsewhere but home, the languages and to leave. */
  leave?: ReactNode;
  /** The page draws its own full-width bands (home). */
  bleed?: boolean;
  children: ReactNode;
};

/** What stands around every page: skip link, header, content, footer, bottom bar on phones. */
export function PageFrame(props: PageFrameProps) {
  const { locale, copy, clubName, current, viewer, signOut, contactHref, demo, bleed, leave } =
    props;
  return (
    <div className="flex min-h-dvh flex-col">
      <a className="skip-link" href="#content">
        {copy.skip}
      </a>
      <SiteHeader
        clubName={clubName}
        copy={copy}
        current={current}
        leave={leave}
        locale={locale}
        signOut={signOut}
        viewer={viewer}
      />
      <main
        className={bleed ? "flex-1" : "mx-auto w-full max-w-page flex-1 px-4 py-8 sm:px-6 sm:py-12"}
        id="content"
        tabIndex={-1}
      >
        {props.children}
      </main>
      <SiteFooter
        clubName={clubName}
        contactHref={contactHref}
        copy={copy}
        current={current}
        demo={demo}
        hasBar={!leave}
        locale={locale}
      />
      {leave ? null : <BottomBar copy={copy} current={current} locale={locale} viewer={viewer} />}
    </div>
  );
}

type BottomBarProps = Pick<PageFrameProps, "copy" | "current" | "locale" | "viewer">;

/** The five places one goes to most, under the thumb on a phone; the menu and the footer hold the rest. */
function BottomBar({ copy, current, locale, viewer }: BottomBarProps) {
  const items = barItems(copy, viewer);
  return (
    <nav aria-label={copy.quickAccess} className="phone-bar fixed max-[20em]:static">
      <WayList
        className="mx-auto flex max-w-lg justify-between overflow-x-auto px-2 max-[20em]:flex-wrap"
        current={roomOf(items, current, locale)}
        linkClassName="bar-link"
        ways={items.map(({ to, label, icon, count, countLabel }) => [
          path(locale, to),
          count ? (
            <CountedLabel {...{ count, label, locale }} key={to} words={countLabel} />
          ) : (
            label
          ),
          `sign-${icon}`,
        ])}
      />
    </nav>
  );
}

type CountedLabelProps = { label: string; count: number; words?: string; locale: Locale };

function CountedLabel({ label, count, words = "", locale }: CountedLabelProps) {
  return (
    <>
      {label}
      <span aria-hidden="true" className="count-dot top-1 right-1/2 -mr-6">
        {count}
      </span>
      <span className="sr-only">{inBrackets(words, locale)}</span>
    </>
  );
}
