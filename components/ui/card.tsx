import type { ReactNode } from "react";

type CardProps = {
  children: ReactNode;
  as?: "div" | "article" | "section" | "li";
  /** The whole card leads somewhere: its heading link carries the class `stretched`. */
  interactive?: boolean;
  padding?: "none" | "small" | "medium";
  /** `id` of the heading that names a section or article. */
  labelledBy?: string;
  className?: string;
};

const PADDING = { none: "", small: "p-4", medium: "p-5 sm:p-6" };

/** A surface on the silk ground, edged with a hairline. */
export function Card(props: CardProps) {
  const { as: Tag = "div", interactive, padding = "medium", labelledBy, className = "" } = props;
  const lift = interactive
    ? "relative transition-[border-color,box-shadow] duration-200 ease-calm hover:border-input-border hover:shadow-raised"
    : "";
  return (
    <Tag
      aria-labelledby={labelledBy}
      className={`rounded-md border border-hairline bg-surface ${PADDING[padding]} ${lift} ${className}`}
    >
      {props.children}
    </Tag>
  );
}
