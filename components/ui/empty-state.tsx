import type { ReactNode } from "react";

type EmptyStateProps = {
  title: string;
  /** What will be here and why it is empty for this reader. */
  text: string;
  action?: ReactNode;
  headingLevel?: 2 | 3;
};

/** Nothing here yet: what will be, why not now, and one thing to do. */
export function EmptyState({ title, text, action, headingLevel = 2 }: EmptyStateProps) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <div className="wrap-anywhere rounded-md border border-hairline border-dashed px-6 py-12 text-center">
      <svg
        aria-hidden="true"
        className="mx-auto mb-4 h-8 w-24 stroke-hairline"
        fill="none"
        strokeLinecap="round"
        strokeWidth="2.5"
        viewBox="0 0 96 32"
      >
        <path d="M2 7C36 7 60 25 94 25" />
        <path d="M2 25C36 25 60 7 94 7" />
      </svg>
      <Heading className="font-semibold text-lg">{title}</Heading>
      <p className="mx-auto mt-1 max-w-md text-muted">{text}</p>
      {action ? <div className="mt-6 flex flex-wrap justify-center gap-3">{action}</div> : null}
    </div>
  );
}
