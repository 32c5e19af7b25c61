import { Icon } from "./icon";
import { PersonWords } from "./person-words";

type BreadcrumbsProps = { label: string; items: { label: string; href: string }[] };

/** The way back up, without the page itself. */
export function Breadcrumbs({ label, items }: BreadcrumbsProps) {
  return (
    <nav aria-label={label} className="no-print text-sm">
      <ol className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {items.map(({ label: name, href }) => (
          <li className="flex min-w-0 items-center gap-2" key={href}>
            <Icon className="size-4 shrink-0 text-muted" name="arrow-left" />
            <a className="min-w-0 py-1 pointer-coarse:py-2.5" href={href}>
              <PersonWords words={name} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
