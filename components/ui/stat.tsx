import type { ReactNode } from "react";

type StatProps = {
  value: string;
  label: string;
  /** The languages of both, where they are not the page's. */
  valueLang?: string | undefined;
  lang?: string | undefined;
  /** Date and source of the figure. */
  note?: ReactNode;
  /** The list it counts. */
  href?: string;
};

/** One figure with what it counts and where it comes from. Stands in a `<dl>`. */
export function Stat({ value, valueLang, label, lang, note, href }: StatProps) {
  return (
    <div className="stat">
      <dt>
        <span lang={lang}>{href ? <a href={href}>{label}</a> : label}</span>
        {note ? <small>{note}</small> : null}
      </dt>
      <dd lang={valueLang}>{value}</dd>
    </div>
  );
}
