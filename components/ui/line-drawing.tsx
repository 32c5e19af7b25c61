/** One line of an icon, drawn in the colour of the text. */
export function LineDrawing({ d, className = "size-5" }: { d: string; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="1.75"
      viewBox="0 0 24 24"
    >
      <path d={d} />
    </svg>
  );
}
