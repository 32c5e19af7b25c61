import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type CardFactProps = {
  icon: IconName;
  /** For screen readers, where the words do not say it themselves. */
  label?: string;
  children: ReactNode;
};

/** One line of small print with its sign. */
export function CardFact({ icon, label, children }: CardFactProps) {
  return (
    <p className="fact">
      <Icon className="" name={icon} />
      <span>
        {label ? <span className="sr-only">{`${label} `}</span> : null}
        {children}
      </span>
    </p>
  );
}
