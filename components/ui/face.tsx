import type { Face as Shown } from "@/lib/core/text/monogram";

type FaceProps = {
  /** Nobody's, where there is none: who was erased, or is not named. */
  face: Shown | undefined;
  size?: "small" | "medium" | "large";
};

/** `face` in faces.css says how wide each is; twice as many pixels for the screens that have them. */
const SIZES = {
  small: { side: 48, className: "face face-small" },
  medium: { side: 96, className: "face" },
  large: { side: 240, className: "face face-large" },
};

/** A person's portrait, or the first sign of their name: always beside the name, so that nobody hears it twice. */
export function Face({ face, size = "medium" }: FaceProps) {
  const { side, className } = SIZES[size];
  if (face && "src" in face) {
    const loading = size === "large" ? undefined : "lazy";
    return <img alt="" className={className} loading={loading} src={`${face.src}${side}`} />;
  }
  return (
    <span
      aria-hidden="true"
      className={face ? `${className} tint-${face.tint}` : `${className} sign sign-user`}
      data-sign={face?.sign}
    />
  );
}
