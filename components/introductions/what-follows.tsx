import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { TitledPart } from "../ui/titled-part";

type WhatFollowsProps = {
  person: string;
  /** Somebody may be asked to introduce the reader. */
  isThrough: boolean;
  locale: Locale;
};

/** What becomes of a proposal once it is sent. */
export function WhatFollows({ person, isThrough, locale }: WhatFollowsProps) {
  const t = getTranslator(locale, "introductions");
  return (
    <TitledPart id="what-follows" size="small" title={t("ask.what")}>
      <ul className="list-disc space-y-2 pl-5 text-secondary">
        <li>{t("ask.next1", { person })}</li>
        {isThrough ? <li>{t("ask.next1Through", { person })}</li> : null}
        <li>{t("ask.next2")}</li>
        <li>{t("ask.next3")}</li>
      </ul>
    </TitledPart>
  );
}
