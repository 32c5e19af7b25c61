import { LANGUAGE_TAG } from "@/lib/core/i18n/locales";
import type { ShownName } from "@/lib/members/member-card";

/** A name in the reader's script, with its other script lighter beside it. */
export function MemberName({ name }: { name: ShownName }) {
  const { text, other, isChinese } = name;
  return (
    <>
      <span className="mr-2" lang={isChinese ? LANGUAGE_TAG.zh : undefined}>
        {text}
      </span>
      {other ? (
        <span
          className="inline-block font-normal text-muted"
          lang={isChinese ? "zh-Latn" : LANGUAGE_TAG.zh}
        >
          {other}
        </span>
      ) : null}
    </>
  );
}
