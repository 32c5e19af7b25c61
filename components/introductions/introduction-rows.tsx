import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { clockWords, stateWords } from "@/lib/introductions/introduction-words";
import type { IntroductionList } from "@/lib/introductions/queries";
import { shownName } from "@/lib/members/member-card";
import { MemberName } from "../members/member-name";
import { Badge } from "../ui/badge";
import { Face } from "../ui/face";

type IntroductionRowsProps = { rows: IntroductionList["rows"]; locale: Locale; day: string };

/** With whom, whose turn it is, and until when it waits. */
export function IntroductionRows({ rows, locale, day }: IntroductionRowsProps) {
  const t = getTranslator(locale, "introductions");
  return (
    <ul aria-label={t("list.label")} className="divide-y divide-hairline border-hairline border-y">
      {rows.map((row) => {
        const name = shownName(row, locale);
        const clock = clockWords(row, locale, day);
        const isTurn = row.state === "asked" && !row.isMine;
        return (
          <li className="relative flex gap-4 py-4 hover:bg-subtle" key={row.id}>
            <Face face={name.face} />
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2">
                <Badge tone={isTurn ? "warning" : row.state === "accepted" ? "success" : "neutral"}>
                  {stateWords(row, locale)}
                </Badge>
                {clock ? <span className="text-muted text-sm">{clock}</span> : null}
              </p>
              <h2 className="mt-2 font-semibold text-lg leading-snug">
                <a
                  className="stretched no-underline"
                  dir="auto"
                  href={path(locale, `/introductions/${row.id}`)}
                >
                  <MemberName name={name} />
                </a>
              </h2>
              <p className="mt-1 text-secondary text-sm">
                {t(row.isMine ? "list.toThem" : "list.toMe", {
                  day: formatDay(row.createdAt, locale),
                })}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
