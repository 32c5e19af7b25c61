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
    <div className="flex flex-col-reverse justify-end gap-1 border-hairline border-t pt-4">
      <dt>
        <span className="block text-secondary" lang={lang}>
          {href ? <a href={href}>{label}</a> : label}
        </span>
        {note ? <span className="mt-1 block text-muted text-xs">{note}</span> : null}
      </dt>
      <dd className="font-semibold text-3xl leading-tight tabular-nums" lang={valueLang}>
        {value}
      </dd>
    </div>
  );
}
