/** One line of an icon, drawn in the colour of the text. */
export function LineDrawing({ d, className = "size-5" }: { d: string; className?: string }) {
  return (
    <svg aria-hidden="true" className={`line-drawing ${className}`.trim()} viewBox="0 0 24 24">
      <path d={d} />
    </svg>
  );
}
