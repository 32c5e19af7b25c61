import { LANGUAGE_TAG } from "@/lib/core/i18n/locales";

/** From the first character to the last, with the point between the parts of a foreign name. */
const CHINESE = /\p{Script=Han}(?:[^\p{Script=Latin}]*\p{Script=Han})?/u;

/** A name as lists of the club team give it, in one line for both scripts: the characters are said to be Chinese. */
export function PersonWords({ name }: { name: string }) {
  const [chinese] = CHINESE.exec(name) ?? [];
  if (chinese === undefined) return name;
  const [before, after] = name.split(chinese);
  return (
    <>
      {before}
      <span lang={LANGUAGE_TAG.zh}>{chinese}</span>
      {after}
    </>
  );
}
