"use client";

import type { MouseEvent } from "react";
import { type ButtonSize, buttonStyle } from "../ui/button-style";
import { queryNow } from "./language-switch";

/** Where sign-in leads back to, by its two names: what everybody may read, and what may ask for more. */
const BACK = ["from", "next"];

function keepSearch({ currentTarget }: MouseEvent<HTMLAnchorElement>) {
  const { pathname, searchParams } = new URL(currentTarget.href);
  const query = queryNow();
  for (const name of BACK) {
    const [page] = searchParams.get(name)?.split("?") ?? [];
    if (page === location.pathname) searchParams.set(name, query ? `${page}?${query}` : page);
  }
  currentTarget.href = `${pathname}?${searchParams}`;
}

/** A way in, which leads back to the page with what was searched on it meanwhile. */
export function SignInLink({
  href,
  label,
  size,
}: {
  href: string;
  label: string;
  size?: ButtonSize;
}) {
  return (
    <a className={buttonStyle("secondary", size)} href={href} onClick={keepSearch}>
      {label}
    </a>
  );
}
