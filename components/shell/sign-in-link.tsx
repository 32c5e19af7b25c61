"use client";

import type { MouseEvent } from "react";
import { buttonStyle } from "../ui/button-style";
import { queryNow } from "./language-switch";

function keepSearch({ currentTarget }: MouseEvent<HTMLAnchorElement>) {
  const { searchParams, href } = new URL(currentTarget.href);
  const [page] = searchParams.get("from")?.split("?") ?? [];
  if (!page) return;
  const query = queryNow();
  searchParams.set("from", query ? `${page}?${query}` : page);
  currentTarget.href = `${href.split("?")[0]}?${searchParams}`;
}

/** The way in, which leads back to the page with what was searched on it meanwhile (`signInHref`). */
export function SignInLink({ href, label }: { href: string; label: string }) {
  return (
    <a className={buttonStyle("secondary", "small")} href={href} onClick={keepSearch}>
      {label}
    </a>
  );
}
