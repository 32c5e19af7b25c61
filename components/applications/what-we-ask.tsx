import { referenceLabel } from "@/db/reference/lists";
import { groupsFor, type Joining } from "@/lib/applications/form-steps";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { DefinitionList } from "../ui/definition-list";
import { Icon } from "../ui/icon";

const AT_HAND = ["number", "pitch", "sponsor"] as const;

type WhatWeAskProps = {
  joins?: Joining;
  locale: Locale;
  /** What a year costs, in words, by category; nothing is said where the club has set no fee. */
  asked: { year: string; fees: readonly { category: string; amount: string }[] };
};

/** Before one begins: the groups of questions, what to have at hand, what happens afterwards, and what it costs. */
export function WhatWeAsk({ joins = false, locale, asked }: WhatWeAskProps) {
  const t = getTranslator(locale, "applications");
  return (
    <div className="max-w-measure space-y-9">
      <section aria-labelledby="asks">
        <h2 className="font-semibold text-xl" id="asks">
          {t("start.asksTitle")}
        </h2>
        <ol className="mt-4 grid gap-x-8 gap-y-4 sm:grid-cols-2">
          {groupsFor(joins).map((group, index) => (
            <li className="flex gap-3" key={group}>
              <span className="flex size-7 shrink-0 items-center justify-center rounded-full bg-chip font-semibold text-link text-sm tabular-nums">
                {index + 1}
              </span>
              <span>
                <span className="block font-semibold">{t(`groups.${group}.title`)}</span>
                <span className="block text-pretty text-muted text-sm">
                  {t(`groups.${group}.hint`)}
                </span>
              </span>
            </li>
          ))}
        </ol>
      </section>
      {joins === "invited" ? null : (
        <section aria-labelledby="hand">
          <h2 className="font-semibold text-xl" id="hand">
            {t("start.handTitle")}
          </h2>
          <ul className="mt-3 space-y-2">
            {AT_HAND.map((thing) => (
              <li className="flex gap-3" key={thing}>
                <Icon className="mt-1 size-4.5 text-success" name="check" />
                <span className="text-pretty">{t(`start.hand.${thing}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="after">
        <h2 className="font-semibold text-xl" id="after">
          {t("start.afterTitle")}
        </h2>
        <p className="mt-3 text-pretty">{t("start.after")}</p>
        <p className="mt-3 text-pretty text-secondary text-sm">{t("start.stored")}</p>
      </section>
      {asked.fees.length > 0 ? (
        <section aria-labelledby="fees">
          <h2 className="font-semibold text-xl" id="fees">
            {t("start.feesTitle")}
          </h2>
          <p className="mt-3 mb-4 text-pretty">{t("start.fees", { year: asked.year })}</p>
          <DefinitionList
            items={asked.fees.map(({ category, amount }) => ({
              term: referenceLabel("membershipCategories", category, locale),
              value: amount,
            }))}
          />
        </section>
      ) : null}
    </div>
  );
}
