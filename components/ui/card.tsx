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
  const classes = ["card", interactive && "card-leads", PADDING[padding], className];
  return (
    <Tag aria-labelledby={labelledBy} className={classes.filter(Boolean).join(" ")}>
      {props.children}
    </Tag>
  );
}
