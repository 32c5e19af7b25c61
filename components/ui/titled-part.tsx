import type { ReactNode } from "react";

const HEADS = {
  large: "mb-5 font-semibold text-xl",
  medium: "mb-4 font-semibold text-xl",
  tight: "mb-3 font-semibold text-xl",
  small: "mb-3 font-semibold text-lg",
};

type TitledPartProps = {
  id: string;
  title: string;
  /** How its head is set, and how far from what follows. */
  size?: keyof typeof HEADS;
  children: ReactNode;
};

/** A headed part of a page. */
export function TitledPart({ id, title, size = "large", children }: TitledPartProps) {
  return (
    <section aria-labelledby={id}>
      <h2 className={HEADS[size]} id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}
