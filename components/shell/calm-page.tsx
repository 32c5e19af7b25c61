import type { ReactNode } from "react";

type CalmPageProps = { title: string; text: string; children: ReactNode };

/** Nothing to show: says so quietly and offers a way on. */
export function CalmPage({ title, text, children }: CalmPageProps) {
  return (
    <div className="py-8 sm:py-12">
      <svg
        aria-hidden="true"
        className="mb-6 h-10 w-32 stroke-brand"
        fill="none"
        strokeLinecap="round"
        strokeWidth="2.5"
        viewBox="0 0 96 32"
      >
        <path d="M2 8c30 0 34 18 62 18 14 0 22-4 30-10" />
        <path className="stroke-link" d="M2 26c30 0 34-18 62-18 14 0 22 4 30 10" />
      </svg>
      <h1 className="font-semibold text-3xl">{title}</h1>
      <p className="mt-3 max-w-measure text-lg text-secondary">{text}</p>
      <div className="mt-8 flex flex-wrap gap-3">{children}</div>
    </div>
  );
}
