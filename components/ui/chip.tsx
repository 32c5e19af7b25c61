import { Icon } from "./icon";
import { VisuallyHidden } from "./visually-hidden";

type ChipProps = {
  label: string;
  /** The same list without this filter. */
  href: string;
  /** "Remove the filter" in the reader's language. */
  removeLabel: string;
};

/** A filter in force; following it takes it away. */
export function Chip({ label, href, removeLabel }: ChipProps) {
  return (
    <a
      className="inline-flex min-h-8 max-w-full wrap-anywhere items-center gap-1.5 rounded-full bg-chip py-1 pr-2.5 pl-3.5 text-link text-sm no-underline hover:bg-subtle pointer-coarse:min-h-11"
      href={href}
    >
      <VisuallyHidden>{`${removeLabel} `}</VisuallyHidden>
      {label}
      <Icon className="size-4" name="close" />
    </a>
  );
}
