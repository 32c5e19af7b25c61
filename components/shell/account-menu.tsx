import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import type { ShellCopy } from "@/lib/core/i18n/shell-copy";
import { inBrackets } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import { ActionForm } from "../ui/action-form";
import { Face } from "../ui/face";
import { FoldArrow } from "../ui/fold-arrow";
import { SubmitButton } from "../ui/submit-button";
import { LanguageSwitch } from "./language-switch";
import { MenuDetails } from "./menu-details";
import { exchangesItem, menuItems, type NavItem } from "./nav-items";
import type { ShellViewer } from "./shell-viewer";
import { type Way, WayList } from "./way-list";

type AccountMenuProps = {
  locale: Locale;
  copy: ShellCopy;
  viewer: ShellViewer;
  current: string;
  signOut: FormAction;
};

/** The person's own corner, folded under their face; opens without JavaScript. */
export function AccountMenu({ locale, copy, viewer, current, signOut }: AccountMenuProps) {
  return (
    <MenuDetails>
      <summary className="flex min-h-11 items-center gap-2 rounded-sm">
        <span className="sr-only">{copy.menu.label}</span>
        <Face face={viewer.face} />
        <FoldArrow />
      </summary>
      <div className="absolute top-full right-0 z-40 mt-1 w-64 divide-y divide-hairline rounded-md border border-hairline lifted bg-raised">
        <p className="truncate px-4 py-3 font-semibold" dir="auto">
          {viewer.name}
        </p>
        <WayList
          className="py-1"
          linkClassName="menu-link"
          ways={menuWays({ copy, locale, viewer })}
        />
        <div className="px-4 py-2 xl:hidden">
          <LanguageSwitch current={current} label={copy.language} locale={locale} />
        </div>
        <ActionForm action={signOut} className="p-1" copy={copy.signOut} locale={locale}>
          <SubmitButton className="w-full justify-start" size="small" variant="quiet">
            {copy.menu.signOut}
          </SubmitButton>
        </ActionForm>
      </div>
    </MenuDetails>
  );
}

function menuWays({ copy, locale, viewer }: Pick<AccountMenuProps, "copy" | "locale" | "viewer">) {
  const wordsOf = ({ label, count }: NavItem) =>
    count ? label + inBrackets(count, locale) : label;
  const ways: Way[] = [];
  if (viewer.isMember) {
    const exchanges = exchangesItem(copy, viewer);
    ways.push(
      [path(locale, "/home"), copy.menu.home],
      [path(locale, exchanges.to), wordsOf(exchanges)],
      [path(locale, "/ask"), copy.menu.ask],
      [path(locale, "/account/kept"), copy.menu.kept],
    );
  }
  for (const item of menuItems(copy, viewer))
    ways.push([path(locale, item.to), wordsOf(item), "md:hidden"]);
  ways.push([path(locale, "/account"), copy.menu.account]);
  return ways;
}
