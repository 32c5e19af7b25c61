import { Button } from "./button";
import { CONTROL } from "./field-style";

type WordSearchProps = {
  /** Where the answer stands, with its language. */
  action: string;
  q: string;
  label: string;
  apply: string;
  /** How many were found, where something was typed. */
  found: string | null;
  /** The way back to all. */
  all: string;
  /** How far it stands from what follows. */
  className?: string;
};

/** Looks for words in a list that has nothing else to narrow it; says how many have them, with the way back to all. */
export function WordSearch(props: WordSearchProps) {
  const { action, q, label, apply, found, all, className = "mb-12" } = props;
  return (
    <search className={`no-print block ${className}`}>
      <form action={action} className="flex max-w-md flex-wrap items-end gap-3">
        <label className="grow basis-44 font-semibold">
          {label}
          <input
            className={`${CONTROL} mt-1 min-h-11 font-normal`}
            defaultValue={q}
            maxLength={200}
            name="q"
            type="search"
          />
        </label>
        <Button type="submit" variant="secondary">
          {apply}
        </Button>
      </form>
      {found === null ? null : (
        <p className="mt-3 text-muted">
          {`${found} `}
          <a href={action}>{all}</a>
        </p>
      )}
    </search>
  );
}
