import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { WaitingInterest } from "@/lib/interests/waiting.queries";
import type { WaitingIntroduction } from "@/lib/introductions/waiting.queries";
import { shownName } from "@/lib/members/member-card";
import { quoteOf, type Task } from "./task";

/** Most of each that are shown one by one. */
const MOST = 3;

type WaitingExchanges = {
  interests: readonly WaitingInterest[];
  introductions: readonly WaitingIntroduction[];
};

/** What waits for the reader: introductions, interests to be decided on or asked about; beyond three of each a link to the rest. */
export function exchangeTasks(
  { interests, introductions }: WaitingExchanges,
  locale: Locale,
): Task[] {
  const t = getTranslator(locale, "home");
  const tasks = [
    ...introductions.slice(0, MOST).map((one) => introductionTask(one, locale)),
    ...interests.slice(0, MOST).map((one) => interestTask(one, locale)),
  ];
  const count = interests.length + introductions.length - tasks.length;
  const href = path(locale, "/exchanges");
  const rest: Task = { kind: "more", href, title: t("todo.moreExchanges", { count }), text: "" };
  return count > 0 ? [...tasks, rest] : tasks;
}

function introductionTask(introduction: WaitingIntroduction, locale: Locale): Task {
  const t = getTranslator(locale, "home");
  const person = shownName(introduction, locale).text;
  const kind = introduction.isToPass ? "passing" : "introduction";
  return {
    kind: "interest",
    href: path(locale, `/introductions/${introduction.id}`),
    title: t(`todo.${kind}`, { person }),
    text: t(`todo.${kind}Text`, { day: formatDay(introduction.createdAt, locale) }),
  };
}

function interestTask(interest: WaitingInterest, locale: Locale): Task {
  const t = getTranslator(locale, "home");
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
}
