import { Icon } from "./icon";

type PictureProps = {
  /** Null draws a sign in its place. */
  src: string | null;
  size: "small" | "large";
  /** Empty where the name stands beside it. */
  alt?: string;
};

const FRAME = { small: "size-12", large: "size-20 sm:size-24" };
const PIXELS = { small: 48, large: 96 };

/** An organisation's logo on white, since most are drawn for it. */
export function Picture({ src, size, alt = "" }: PictureProps) {
  const frame = `${FRAME[size]} shrink-0 rounded-sm border border-hairline`;
  if (src === null) {
    return (
      <span className={`${frame} inline-flex items-center justify-center bg-subtle text-muted`}>
        <Icon className={size === "small" ? "size-6" : "size-9"} name="building" />
      </span>
    );
  }
  return (
    <img
      alt={alt}
      className={`${frame} bg-white object-contain p-1`}
      decoding="async"
      height={PIXELS[size]}
      src={src}
      width={PIXELS[size]}
    />
  );
}
