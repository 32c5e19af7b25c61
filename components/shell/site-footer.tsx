import type { Locale } from "@/lib/core/i18n/locales";
import type { ShellCopy } from "@/lib/core/i18n/shell-copy";
import { path } from "@/lib/core/paths";
import { LanguageSwitch } from "./language-switch";
import { type Way, WayList } from "./way-list";

type SiteFooterProps = {
  locale: Locale;
  copy: ShellCopy;
  clubName: string;
  current: string;
  contactHref?: string;
  demo?: boolean;
  /** On phones, the bottom bar lies over the end of the page. */
  hasBar: boolean;
};

/** Who runs this, under which rules, how to reach them. */
export function SiteFooter(props: SiteFooterProps) {
  const { locale, copy, clubName, current, contactHref, demo, hasBar } = props;
  const ways: Way[] = [
    [path(locale, "/about"), copy.nav.about],
    [path(locale, "/heritage"), copy.footer.heritage],
    [path(locale, "/cooperations"), copy.footer.cooperations],
    [path(locale, "/charter"), copy.footer.charter],
    [path(locale, "/legal"), copy.footer.legal],
    [path(locale, "/privacy"), copy.footer.privacy],
    [path(locale, "/accessibility"), copy.footer.accessibility],
  ];
  if (contactHref) ways.push([contactHref, copy.footer.contact]);
  return (
    <footer className={`no-print border-hairline border-t text-sm ${hasBar ? "max-md:pb-20" : ""}`}>
      <div className="mx-auto flex max-w-page flex-wrap items-start justify-between gap-x-12 gap-y-4 px-4 py-8 sm:px-6 sm:py-10">
        <div className="max-w-sm">
          <p className="font-semibold">{clubName}</p>
          <p className="mt-1 text-muted">{copy.footer.purpose}</p>
        </div>
        <div className="max-w-lg space-y-1">
          <WayList className="flex flex-wrap gap-x-6" linkClassName="foot-link" ways={ways} />
          <LanguageSwitch current={current} label={copy.language} locale={locale} />
        </div>
        {demo ? <p className="basis-full text-muted">{copy.footer.demo}</p> : null}
      </div>
    </footer>
  );
}
