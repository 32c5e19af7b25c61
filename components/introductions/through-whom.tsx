import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { Through } from "@/lib/introductions/passing.queries";
import type { Party } from "@/lib/introductions/policy";
import { shownName } from "@/lib/members/member-card";
import { MemberName } from "../members/member-name";
import { Face } from "../ui/face";
import { QuotedWords } from "../ui/quoted-words";
import { TitledPart } from "../ui/titled-part";

type ThroughWhomProps = { through: Through; party: Party; locale: Locale };

const TITLES = {
  asker: "through.toAsker",
  asked: "through.toAsked",
  "go-between": "through.toBetween",
} as const;

/** Who stands between the two, with their note; to the go-between, to whom it is to go. */
export function ThroughWhom({ through, party, locale }: ThroughWhomProps) {
  const t = getTranslator(locale, "introductions");
  const name = shownName(through, locale);
  const { slug, hasPage, note } = through;
  if (!name.text) return null;
  return (
    <TitledPart id="through" size="tight" title={t(TITLES[party])}>
      <div className="flex items-center gap-4">
        <Face face={name.face} size="medium" />
        <p className="font-semibold" dir="auto">
          {hasPage && slug ? (
            <a href={path(locale, `/members/${slug}`)}>
              <MemberName name={name} />
            </a>
          ) : (
            <MemberName name={name} />
          )}
        </p>
      </div>
      {note ? (
        <div className="mt-4">
          <QuotedWords words={note} />
        </div>
      ) : null}
    </TitledPart>
  );
}
