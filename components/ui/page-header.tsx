import type { ReactNode } from "react";
import { Swatch } from "./swatch";
import { WholeWords } from "./whole-words";

type PageHeaderProps = {
  title: ReactNode;
  lead?: ReactNode;
  /** A word or badge above the title: kind, state. */
  eyebrow?: ReactNode;
  actions?: ReactNode;
  /** A picture before the title. */
  picture?: ReactNode;
  /** Breadcrumbs. */
  before?: ReactNode;
  /** Where the cloth of what the page is about lies. */
  swatch?: string;
};

/** The head of a page: one title, one sentence, one obvious action. */
export function PageHeader(props: PageHeaderProps) {
  const { title, lead, eyebrow, actions, picture, before, swatch } = props;
  return (
    <div className="mb-8 sm:mb-10">
      {before ? <div className="mb-4">{before}</div> : null}
      {swatch ? <Swatch className="swatch-head mb-6" src={swatch} /> : null}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
        <div className="flex min-w-0 max-w-3xl items-center gap-x-6 gap-y-4 max-sm:flex-wrap">
          {picture}
          <div className="min-w-0">
            {eyebrow ? (
              <div className="mb-2 flex flex-wrap items-center gap-2 text-muted text-sm">
                {eyebrow}
              </div>
            ) : null}
            <h1 className="font-semibold text-3xl leading-tight">
              {typeof title === "string" ? <WholeWords words={title} /> : title}
            </h1>
            {lead ? <p className="mt-3 max-w-measure text-lg text-secondary">{lead}</p> : null}
          </div>
        </div>
        {actions ? <div className="flex min-w-0 flex-wrap gap-3">{actions}</div> : null}
      </div>
    </div>
  );
}
