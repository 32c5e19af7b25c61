"use client";

import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import { isWithin, type NavItem } from "./nav-items";

type BottomBarProps = {
  locale: Locale;
  label: string;
  current: string;
  items: (Pick<NavItem, "to" | "icon"> & { label: ReactNode })[];
};

/** The five places one goes to most, under the thumb on a phone; the menu and the footer hold the rest. */
export function BottomBar({ locale, label, current, items }: BottomBarProps) {
  return (
    <nav aria-label={label} className="phone-bar fixed max-[20em]:static">
      <ul className="mx-auto flex max-w-lg justify-between overflow-x-auto px-2 max-[20em]:flex-wrap">
        {items.map((item) => (
          <li key={item.to}>
            <a
              aria-current={isWithin(current, item.to) ? "page" : undefined}
              className={`bar-link sign-${item.icon}`}
              href={path(locale, item.to)}
            >
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
