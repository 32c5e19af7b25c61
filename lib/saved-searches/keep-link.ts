import { mayAct } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { ListPage } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { SEARCH_NAME_MAX } from "./saved-search";

/** A list that asks for something, with the way to keep the search for whoever may write; its filters are the first name of it. */
export function withKeeping<View extends ListPage>(
  view: View,
  viewer: Viewer | null,
  locale: Locale,
): View {
  if (!mayAct(viewer) || view.chips.length === 0) return view;
  const of = view.href.slice(locale.length + 1);
  const name = view.chips.map(({ label }) => label).join(" · ");
  const href = path(locale, "/account/kept/search", { of, name: name.slice(0, SEARCH_NAME_MAX) });
  return { ...view, keep: { label: getTranslator(locale, "bookmarks")("searches.keep"), href } };
}
