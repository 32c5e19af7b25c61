import {
  type CardCopy,
  type ListCard as CardData,
  type CardFact,
  type CardPerson,
  type FactSign,
  type Said,
  spoken,
} from "@/lib/core/list-view";
import { Badge } from "./badge";
import { Card } from "./card";
import { Face } from "./face";
import { Picture } from "./picture";
import { Swatch } from "./swatch";

type ListCardProps = { card: CardData; copy: CardCopy };

/** A thing in a list: what it is called, what it says of itself, and its facts in small print. */
export function ListCard({ card, copy }: ListCardProps) {
  const { swatch, logo, eyebrow, badges, note, text, line, reason, by } = card;
  const head = (
    <>
      {eyebrow ? <p className="text-muted text-sm">{eyebrow}</p> : null}
      <h3>
        <Title {...card} />
      </h3>
    </>
  );
  return (
    <Card as="li" className="list-card" interactive>
      {swatch ? <Swatch className="swatch-band" isLazy src={swatch} /> : null}
      {badges ? (
        <p className="mb-3 flex flex-wrap gap-2">
          {badges.map((badge, index) => (
            <Badge key={badge} tone={index === 0 ? "info" : "neutral"}>
              {badge}
            </Badge>
          ))}
        </p>
      ) : null}
      {logo === undefined ? (
        head
      ) : (
        <div className="flex items-start gap-4">
          <div className="relative -mt-9 flex">
            <Picture face={logo} size="small" />
          </div>
          <div className="min-w-0">{head}</div>
        </div>
      )}
      {note ? <p className="mt-2 text-muted text-sm">{note}</p> : null}
      {text ? (
        <p className="mt-2 line-clamp-4 text-secondary" dir="auto" lang={spoken(text).lang}>
          {spoken(text).text}
        </p>
      ) : null}
      {line ? <p className="mt-1 text-secondary text-sm">{line}</p> : null}
      {reason ? (
        <p className="fact sign-check mt-3 text-sm text-success">
          <span>{reason}</span>
        </p>
      ) : null}
      <div>
        {by ? <By label={copy.by} {...by} /> : null}
        {(Object.entries(card.facts) as [FactSign, CardFact][]).map(([sign, fact]) => (
          <Fact fact={fact} key={sign} label={copy[sign]} sign={sign} />
        ))}
      </div>
    </Card>
  );
}

function Title({ href, title, other }: Pick<CardData, "href" | "title" | "other">) {
  const { text, lang } = spoken(title);
  return (
    <a className="stretched no-underline" dir="auto" href={href} lang={lang}>
      {text}
      {other ? <Other words={other} /> : null}
    </a>
  );
}

/** A name in its other script, lighter beside it; the first of the two spaces stays behind where the line breaks. */
function Other({ words }: { words: Said }) {
  const { text, lang } = spoken(words);
  return (
    <>
      {"\u00a0 "}
      <span className="inline-block font-normal text-muted" lang={lang}>
        {text}
      </span>
    </>
  );
}

/** Who, with their face in the place of a sign. */
function By({ face, words, other, label }: CardPerson & { label?: string }) {
  const { text, lang } = spoken(words);
  return (
    <p className="-ml-1 flex items-center gap-1">
      <Face face={face} size="small" />
      <span className="min-w-0">
        {label ? <span className="sr-only">{`${label} `}</span> : null}
        <span lang={lang}>{text}</span>
        {other ? <Other words={other} /> : null}
      </span>
    </p>
  );
}

const plain = (words: string): Exclude<CardFact, string> => ({ words });

function Fact({ sign, fact, label }: { sign: FactSign; fact: CardFact; label?: string }) {
  const { words, badge, isOver } = typeof fact === "string" ? plain(fact) : fact;
  const { text, lang } = spoken(words);
  return (
    <p className={`fact sign-${sign}`}>
      <span className={isOver ? "font-semibold text-warning" : undefined}>
        {label ? <span className="sr-only">{`${label} `}</span> : null}
        {badge ? (
          <>
            <Badge tone="warning">{badge}</Badge>{" "}
          </>
        ) : null}
        {lang ? (
          <span dir="auto" lang={lang}>
            {text}
          </span>
        ) : (
          text
        )}
      </span>
    </p>
  );
}
