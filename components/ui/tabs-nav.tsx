type Tab = { label: string; href: string; current?: boolean; count?: number };

type TabsNavProps = { label: string; tabs: Tab[] };

/** Neighbouring views of one thing, each with its own address; on narrow screens they take several lines. */
export function TabsNav({ label, tabs }: TabsNavProps) {
  return (
    <nav aria-label={label} className="no-print mb-8 border-hairline border-b">
      <ul className="flex flex-wrap gap-x-4 sm:gap-x-6">
        {tabs.map(({ label: name, href, current, count }) => (
          <li key={href}>
            <a
              aria-current={current ? "page" : undefined}
              className="flex min-h-11 items-center gap-2 border-transparent border-b-2 text-secondary no-underline hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-primary aria-[current=page]:font-semibold aria-[current=page]:text-ink"
              href={href}
            >
              {name}
              {count === undefined ? null : (
                <span className="rounded-full bg-subtle px-2 font-normal text-muted text-xs tabular-nums">
                  {count}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
