type BarProps = { percent: number; className?: string };

/** How much of a whole, drawn; the words beside it say the number. */
export function Bar({ percent, className = "" }: BarProps) {
  return (
    <svg
      aria-hidden="true"
      className={`block h-1.5 w-full ${className}`}
      preserveAspectRatio="none"
      viewBox="0 0 100 1"
    >
      <rect className="fill-hairline" height="1" width="100" />
      <rect className="fill-link" height="1" width={percent} />
    </svg>
  );
}
