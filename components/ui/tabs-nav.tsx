import type { ReactNode } from "react";

type Tab = { label: ReactNode; href: string; current?: boolean; count?: number };

type TabsNavProps = { label: string; tabs: Tab[] };

/** Neighbouring views of one thing, each with its own address; on narrow screens they take several lines. */
export function TabsNav({ label, tabs }: TabsNavProps) {
  return (
    <nav aria-label={label} className="no-print mb-6 border-hairline border-b">
      <ul className="flex flex-wrap gap-x-4 sm:gap-x-6">
        {tabs.map(({ label: name, href, current, count }) => (
          <li key={href}>
            <a {...(current && { "aria-current": "page" })} className="tab-link" href={href}>
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
