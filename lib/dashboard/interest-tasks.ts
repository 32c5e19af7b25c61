import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { WaitingInterest } from "@/lib/interests/waiting.queries";
import { quoteOf, type Task } from "./task";

/** Most that are shown one by one. */
const MOST = 3;

/** The interests that wait for the reader: to be decided on, or asked about; beyond three a link to the rest. */
export function interestTasks(interests: readonly WaitingInterest[], locale: Locale): Task[] {
  const t = getTranslator(locale, "home");
  const tasks = interests.slice(0, MOST).map((interest): Task => {
    const { id, state, originalLocale } = interest;
    const kind = state === "more-info-asked" ? "interestQuestion" : "interest";
    const title = pickText(interest.title, locale, originalLocale)?.text ?? t("todo.untitled");
    return {
      kind: "interest",
      href: path(locale, `/interests/${id}`),
      title: t(`todo.${kind}`, { title }),
      text: t(`todo.${kind}Text`, { day: formatDay(interest.stateAt, locale) }),
      ...quoteOf(interest.question),
    };
  });
  const count = interests.length - tasks.length;
  const href = path(locale, "/interests?group=new");
  const rest: Task = { kind: "more", href, title: t("todo.moreInterests", { count }), text: "" };
  return count > 0 ? [...tasks, rest] : tasks;
}
