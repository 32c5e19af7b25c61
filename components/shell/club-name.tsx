import { Fragment } from "react";

/** Where a Latin word meets Chinese characters: the only place where such a name may break in two. */
const SEAM = /(?<=[A-Za-z0-9])(?=\p{Script=Han})/u;

/** The club's name; written in both scripts it breaks between them, never inside 中国. */
export function ClubName({ name }: { name: string }) {
  const parts = name.split(SEAM);
  if (parts.length === 1) return name;
  return (
    <span className="wrap-anywhere break-keep">
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 ? <wbr /> : null}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
