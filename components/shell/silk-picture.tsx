type SilkPictureProps = {
  alt: string;
  className: string;
  /** Whether it stands at the top of the page, and is to come before what the page does. */
  isFirst?: boolean;
};

/** The club's sign drawn large; WeChat takes the first picture of a page, from 300 px on, for its card. */
export function SilkPicture({ alt, className, isFirst }: SilkPictureProps) {
  return (
    <picture className={className}>
      {/* Follows the theme; scrapers that take no SVG find the picture below. */}
      <source srcSet="/silk.svg" type="image/svg+xml" />
      <img
        alt={alt}
        className="h-auto w-full"
        decoding="async"
        {...(isFirst && { fetchPriority: "high" })}
        height={630}
        src="/og.png"
        width={1200}
      />
    </picture>
  );
}
