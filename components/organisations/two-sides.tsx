"use client";

import { spoken } from "@/lib/core/list-view";
import type { SideView } from "@/lib/organisations/organisation-list-view";
import { Picture } from "../ui/picture";

type TwoSidesProps = { title: string; sides: SideView[] };

/** Lyon's companies in China and China's in Lyon beside each other, each with the list it is the beginning of. */
export function TwoSides({ title, sides }: TwoSidesProps) {
  return (
    <section aria-labelledby="sides" className="mb-12">
      <h2 className="sr-only" id="sides">
        {title}
      </h2>
      <div className="grid gap-6 lg:grid-cols-2 lg:gap-8">
        {sides.map((side) => (
          <Side {...side} key={side.id} />
        ))}
      </div>
    </section>
  );
}

function Side({ id, title, total, lead, rows, empty, all }: SideView) {
  return (
    <section
      aria-labelledby={id}
      className="card flex flex-col border-t-4 border-t-primary p-5 sm:p-6"
    >
      <h3 className="flex items-baseline justify-between gap-4 font-semibold text-xl" id={id}>
        {title}
        <span className="text-3xl text-link tabular-nums">{total}</span>
      </h3>
      <p className="mt-1 text-pretty text-secondary text-sm">{lead}</p>
      {rows.length > 0 ? (
        <ul className="mt-4 divide-y divide-hairline border-hairline border-y">
          {rows.map(({ href, logo, name, other, words }) => (
            <li className="relative flex items-center gap-4 py-3" key={href}>
              <Picture face={logo} size="small" />
              <div className="min-w-0">
                <a className="stretched font-semibold no-underline" href={href}>
                  <span className="mr-2" dir="auto" lang={spoken(name).lang}>
                    {spoken(name).text}
                  </span>
                  {other ? (
                    <span className="font-normal text-muted" lang={spoken(other).lang}>
                      {spoken(other).text}
                    </span>
                  ) : null}
                </a>
                <p className="truncate text-muted text-sm">{words}</p>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-4 text-muted">{empty}</p>
      )}
      {all ? (
        <p className="mt-auto pt-4">
          <a className="inline-flex min-h-11 items-center" href={all.href}>
            {all.label}
          </a>
        </p>
      ) : null}
    </section>
  );
}
