type SwatchProps = {
  /** Where it lies (`swatchHref`). */
  src: string;
  /** Its measures are those of this class: `swatch-band`, `swatch-head`. */
  className: string;
  isLazy?: boolean;
};

/** The cloth of a thing, beside its name: it fills whatever size it is given. */
export const Swatch = ({ src, className, isLazy }: SwatchProps) => (
  <img
    alt=""
    className={className}
    decoding="async"
    height={64}
    loading={isLazy ? "lazy" : undefined}
    src={src}
    width={480}
  />
);
