import type { DiffPart } from "@/lib/core/text/text-diff";
import { VisuallyHidden } from "./visually-hidden";

type DiffTextProps = {
  parts: DiffPart[];
  /** Read aloud before and after a change: "added", "end of addition"… */
  copy: { added: string; removed: string; end: string };
  lang?: string;
};

/** What changed between two versions of a text, word by word. */
export function DiffText({ parts, copy, lang }: DiffTextProps) {
  return (
    <p className="max-w-measure whitespace-pre-line leading-body" dir="auto" lang={lang}>
      {parts.map((part, index) => {
        const key = `${index}-${part.value.length}`;
        if (part.added) {
          return (
            <ins className="rounded-sm bg-success-soft text-success decoration-2" key={key}>
              <VisuallyHidden>{` [${copy.added} `}</VisuallyHidden>
              {part.value}
              <VisuallyHidden>{` ${copy.end}] `}</VisuallyHidden>
            </ins>
          );
        }
        if (part.removed) {
          return (
            <del className="rounded-sm bg-danger-soft text-danger" key={key}>
              <VisuallyHidden>{` [${copy.removed} `}</VisuallyHidden>
              {part.value}
              <VisuallyHidden>{` ${copy.end}] `}</VisuallyHidden>
            </del>
          );
        }
        return <span key={key}>{part.value}</span>;
      })}
    </p>
  );
}
