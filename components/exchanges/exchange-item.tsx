import { type Said, spoken } from "@/lib/core/list-view";
import type { ExchangeRow } from "@/lib/exchanges/exchange-rows";
import { Badge } from "../ui/badge";
import { Face } from "../ui/face";

/** Whom it is with, what it is about, where it stands and what was written last. */
export function ExchangeItem({ row }: { row: ExchangeRow }) {
  const { href, who, kind, about, badge, clock, words, by, when } = row;
  return (
    <li className="relative flex gap-4 py-4 hover:bg-subtle">
      <Face face={who.face} />
      <div className="min-w-0 flex-1">
        <h3 className="font-semibold text-lg leading-snug">
          <a className="stretched no-underline" href={href}>
            <Words said={who.words} />
            {who.other ? (
              <span className="ml-2 inline-block font-normal text-muted">
                <Words said={who.other} />
              </span>
            ) : null}
          </a>
        </h3>
        <p className="text-secondary text-sm">
          {kind}
          {about ? (
            <>
              {" · "}
              <Words said={about} />
            </>
          ) : null}
        </p>
        {words ? (
          <p className="mt-1 line-clamp-2 max-w-measure break-words">
            {by ? <span className="text-muted">{by}</span> : null}
            <Words said={words} />
          </p>
        ) : null}
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
          {badge ? <Badge tone={badge.tone}>{badge.words}</Badge> : null}
          <span>{when}</span>
          {clock ? <span>{clock}</span> : null}
        </p>
      </div>
    </li>
  );
}

function Words({ said }: { said: Said }) {
  const { text, lang } = spoken(said);
  return (
    <span dir="auto" lang={lang}>
      {text}
    </span>
  );
}
