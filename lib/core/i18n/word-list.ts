import { LANGUAGE_TAG, type Locale } from "./locales";

/**
 * Labels side by side, as facts and cards show them: "Canton · Shenzhen", 广州、深圳. Labels hold commas of their own, hence
 * the dot; a Chinese one that holds 、 is told apart by ；.
 */
export function sideBySide(labels: readonly string[], locale: Locale): string {
  if (locale !== "zh") return labels.join("\u00a0· ");
  return labels.join(labels.some((label) => label.includes("、")) ? "；" : "、");
}

/** Words within a sentence, without a last "and": "titre, résumé", 标题、摘要. */
export function listed(words: readonly string[], locale: Locale): string {
  return words.join(locale === "zh" ? "、" : ", ");
}

/** The same with a last "and", in British English without a comma before it: "title, summary and terms", 标题和摘要. */
export function conjunctionOf(words: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(LANGUAGE_TAG[locale], { type: "conjunction" }).format(words);
}

/** The same words where they begin a line. */
export function begun(words: string, locale: Locale): string {
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}

/** What more is said right behind a label: " (English)", （2）. */
export function inBrackets(words: string | number, locale: Locale): string {
  return locale === "zh" ? `（${words}）` : `\u00a0(${words})`;
}

/** A label and what it is of, where one cannot see beside what it stands: "Visible to – Portrait", 可见范围：照片. */
export function labelFor(label: string, thing: string, locale: Locale): string {
  return `${label}${locale === "zh" ? "：" : " – "}${thing}`;
}
