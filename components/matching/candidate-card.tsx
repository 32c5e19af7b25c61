import type { ReactNode } from "react";
import type { FormAction } from "@/lib/core/form-state";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { inBrackets } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import type { CandidateMatch } from "@/lib/matching/candidates.queries";
import { MemberName } from "../members/member-name";
import { Card } from "../ui/card";
import { Face } from "../ui/face";
import { LinkButton } from "../ui/link-button";
import { VisuallyHidden } from "../ui/visually-hidden";
import { AsideForm } from "./aside-form";
import { ReasonList } from "./reason-list";

type CandidateCardProps = {
  found: CandidateMatch;
  /** The project's address. */
  slug: string;
  dismiss: FormAction;
  /** The way to propose an exchange, where the reader may. */
  ask: ReactNode;
  locale: Locale;
};

/** A member who fits the reader's project, why, and the button for "not this person". */
export function CandidateCard({ found, slug, dismiss, ask, locale }: CandidateCardProps) {
  const { id, card, match } = found;
  const { name, jobTitle, organisation } = card;
  const t = getTranslator(locale, "matching");
  return (
    <Card as="li" className="flex flex-col" interactive>
      <div className="flex items-center gap-3">
        <Face face={name.face} />
        <h3 className="min-w-0 font-semibold text-lg leading-snug">
          <a className="stretched no-underline" href={path(locale, `/members/${card.slug}`)}>
            <MemberName name={name} />
          </a>
        </h3>
      </div>
      {[jobTitle, organisation].map((text) =>
        text ? (
          <p className="text-secondary" key={text.text} lang={LANGUAGE_TAG[text.lang]}>
            {text.text}
          </p>
        ) : null,
      )}
      <ReasonList label={t("candidates.why")} locale={locale} reasons={match.reasons} />
      <div className="mt-auto flex flex-wrap justify-between gap-3 pt-4">
        {ask ?? (
          <LinkButton
            className="relative z-10"
            href={path(locale, `/members/${card.slug}`)}
            size="small"
            variant="secondary"
          >
            {t("candidates.page")}
            <VisuallyHidden>{inBrackets(name.text, locale)}</VisuallyHidden>
          </LinkButton>
        )}
        <AsideForm
          about={name.text}
          action={dismiss}
          hidden={{ slug, candidateId: id }}
          label={t("candidates.dismiss")}
          locale={locale}
          scope={id}
        />
      </div>
    </Card>
  );
}
