import type { Cover } from "@/lib/entries/files/cover";

/** The first picture of an entry in the head of its page; on a phone after the words. */
export const CoverPicture = ({ src, alt }: Cover) => (
  <img
    alt={alt}
    className="aspect-3/2 w-60 shrink-0 rounded-md border border-hairline object-cover max-sm:order-last max-sm:w-full"
    decoding="async"
    height={160}
    src={src}
    width={240}
  />
);
