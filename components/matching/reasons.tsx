type ReasonsProps = { label: string; lines: readonly string[] };

/** Why something is suggested, one sentence a reason. */
export function Reasons({ label, lines }: ReasonsProps) {
  return (
    <div className="mt-4 rounded-sm bg-selected px-4 py-3">
      <p className="font-semibold text-sm">{label}</p>
      <ul className="mt-1 space-y-1 text-sm">
        {lines.map((line) => (
          <li className="fact sign-check text-success" key={line}>
            <span className="text-ink">{line}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
