type BarProps = { percent: number; className?: string };

/** How much of a whole, drawn; the words beside it say the number. */
export function Bar({ percent, className }: BarProps) {
  return (
    <svg aria-hidden="true" className={className ? `share-bar ${className}` : "share-bar"}>
      <rect height="100%" width={`${percent}%`} />
    </svg>
  );
}
