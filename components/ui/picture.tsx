import type { Face } from "@/lib/core/text/monogram";

type PictureProps = {
  face: Face;
  size: "small" | "large";
  /** Empty where the name stands beside it. */
  alt?: string;
};

const FRAME = { small: "size-12 text-xl", large: "size-20 text-3xl sm:size-24" };
const PIXELS = { small: 48, large: 96 };

/** An organisation's logo on white, since most are drawn for it; or the first sign of its name. */
export function Picture({ face, size, alt = "" }: PictureProps) {
  const frame = `${FRAME[size]} shrink-0 rounded-sm border border-hairline`;
  if (!("src" in face)) {
    const { sign, tint } = face;
    return (
      <span aria-hidden="true" className={`${frame} monogram tint-${tint}`} data-sign={sign} />
    );
  }
  return (
    <img
      alt={alt}
      className={`${frame} bg-white object-contain p-1`}
      decoding="async"
      height={PIXELS[size]}
      loading={size === "small" ? "lazy" : undefined}
      src={face.src}
      width={PIXELS[size]}
    />
  );
}
