import { LOCALE_NAME, type Locale } from "./locales";
import { getTranslator } from "./translator";
import { inBrackets } from "./word-list";

/** What sending says, made on the server and handed to the browser as plain strings: all that a form of one button needs. */
export type SendingCopy = {
  errorTitle: string;
  errorPrefix: string;
  saving: string;
  /** Said where a form could not be sent, and stays as it is. */
  notSentTitle: string;
  notSent: string;
  sendAgain: string;
  /** Said where an update took the form's action away: sending it again helps nothing. */
  outdated: string;
};

/** The words of every form that is filled in. */
export type FormCopy = SendingCopy & {
  required: string;
  optional: string;
  meanwhile: string;
  /** Said beside `notSent` where the form has a key. */
  sentByItself: string;
};

/** Words of a field in three languages. */
export type LocalizedFieldCopy = {
  languages: Record<Locale, string>;
  /** Behind the label of a translation: its `{language}`. */
  within: string;
  original: string;
  toTranslate: string;
  translated: string;
  stale: string;
};

const made = new Map<Locale, FormCopy>();

/** The form words in one language. The same object each time: a page that holds several forms sends it once. */
export function formCopy(locale: Locale): FormCopy {
  const known = made.get(locale) ?? makeCopy(locale);
  made.set(locale, known);
  return known;
}

function makeCopy(locale: Locale): FormCopy {
  const t = getTranslator(locale, "ui");
  return {
    errorTitle: t("form.errorTitle"),
    errorPrefix: t("form.errorPrefix"),
    required: t("form.required"),
    optional: t("form.optional"),
    saving: t("form.saving"),
    meanwhile: t("form.meanwhile"),
    notSentTitle: t("form.notSentTitle"),
    notSent: t("form.notSent"),
    sentByItself: t("form.sentByItself"),
    sendAgain: t("form.sendAgain"),
    outdated: t("form.outdated"),
  };
}

/** The words of `<LocalizedField>` in one language; the languages keep their own names. */
export function localizedFieldCopy(locale: Locale): LocalizedFieldCopy {
  const t = getTranslator(locale, "ui");
  return {
    languages: LOCALE_NAME,
    within: inBrackets("{language}", locale),
    original: t("localized.original"),
    toTranslate: t("localized.toTranslate"),
    translated: t("localized.translated"),
    stale: t("localized.stale"),
  };
}
