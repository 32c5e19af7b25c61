import type { DueAct } from "@/lib/cooperations/due-acts.queries";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { Task } from "./task";

/** Most that are shown. */
const MOST = 3;

/** What agreements ask of the reader soon, or asked already. */
export function actTasks(acts: readonly DueAct[], today: string, locale: Locale): Task[] {
  const t = getTranslator(locale, "home");
  return acts.slice(0, MOST).map(({ slug, title, originalLocale, actOn, actWords }) => {
    const said = (text: typeof title) =>
      pickText(text, locale, originalLocale)?.text ?? t("todo.untitled");
    return {
      kind: "act",
      href: path(locale, `/cooperations/${slug}`),
      title: t(actOn < today ? "todo.actLate" : "todo.act", {
        words: said(actWords),
        day: formatDay(actOn, locale),
      }),
      text: t("todo.actText", { title: said(title) }),
    };
  });
}
