"use client";

type ConfluenceMarkProps = { className?: string };

const BLUE_THREAD =
  "M2 38C10 39 14.6 29.8 21.9 28.3C25.5 27.5 23.2 35.2 29 35.2C34.8 35.2 35 28.5 32.9 23.9C36.6 27.4 43 29.2 44.8 23.7C46.6 18.2 40.3 16 35.3 16.6C39.7 14.1 43.4 8.6 38.8 5.2";
const RED_THREAD =
  "M2 45.8C14.5 47.6 22.7 35.7 21.9 28.3C21.6 24.7 15 29.2 13.2 23.7C11.4 18.2 17.7 16 22.7 16.6C18.3 14.1 14.6 8.6 19.2 5.2C23.9 1.8 28 7 29 12C30 7 34.1 1.8 38.8 5.2";

/** The club's sign: two silk threads that cross once and close into a five-petal kapok flower. */
export function ConfluenceMark({ className = "size-9" }: ConfluenceMarkProps) {
  return (
    <svg
      aria-hidden="true"
      className={`shrink-0 ${className}`}
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="2.5"
      viewBox="0 0 48 48"
    >
      <path className="stroke-link" d={BLUE_THREAD} />
      <path className="stroke-brand" d={RED_THREAD} />
      <circle className="fill-brand" cx="29" cy="18.6" r="2.1" />
    </svg>
  );
}
