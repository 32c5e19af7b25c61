import { canPostAsk } from "@/lib/asks/policy";
import { mayAct } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { ListPage } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { SEARCH_NAME_MAX } from "./saved-search";

/**
 * A list that asks for something, with what its reader may do about it: keep the search, its filters being the first name
 * of it, and ask the club where it finds nothing.
 */
export function withWaysOn<View extends ListPage>(
  view: View,
  viewer: Viewer | null,
  locale: Locale,
): View {
  if (!mayAct(viewer) || view.chips.length === 0) return view;
  const of = view.href.slice(locale.length + 1);
  const name = view.chips.map(({ label }) => label).join(" · ");
  const href = path(locale, "/account/kept/search", { of, name: name.slice(0, SEARCH_NAME_MAX) });
  const keep = { label: getTranslator(locale, "bookmarks")("searches.keep"), href };
  if (!view.empty || !canPostAsk(viewer)) return { ...view, keep };
  const ask = {
    label: getTranslator(locale, "asks")("list.title"),
    href: path(locale, "/ask", { q: view.q || undefined }),
  };
  return { ...view, keep, ways: [...view.ways, ask] };
}
