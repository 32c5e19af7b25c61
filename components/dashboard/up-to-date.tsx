import type { ReactNode } from "react";

type UpToDateProps = { title: string; text: string; children: ReactNode };

/** The end of the dashboard: nothing more to see, and where to go from here. */
export function UpToDate({ title, text, children }: UpToDateProps) {
  return (
    <section aria-labelledby="up-to-date" className="border-hairline border-t pt-10 text-center">
      <svg
        aria-hidden="true"
        className="mx-auto mb-4 h-8 w-24 stroke-link"
        fill="none"
        strokeLinecap="round"
        strokeWidth="2.5"
        viewBox="0 0 96 32"
      >
        <path d="M2 8c30 0 34 18 62 18 14 0 22-4 30-10" />
        <path d="M2 26c30 0 34-18 62-18 14 0 22 4 30 10" />
      </svg>
      <h2 className="font-semibold text-xl" id="up-to-date">
        {title}
      </h2>
      <p className="mx-auto mt-1 max-w-md text-muted">{text}</p>
      <div className="mt-6 flex flex-wrap justify-center gap-3">{children}</div>
    </section>
  );
}
