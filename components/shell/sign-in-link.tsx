"use client";

import type { MouseEvent } from "react";
import { queryNow } from "./language-switch";

function keepSearch({ currentTarget }: MouseEvent<HTMLAnchorElement>) {
  const { pathname } = location;
  const query = queryNow();
  const asked = new URLSearchParams(currentTarget.search);
  for (const [name, to] of asked)
    if (to.split("?")[0] === pathname) asked.set(name, pathname + (query && `?${query}`));
  currentTarget.search = String(asked);
}

type SignInLinkProps = { href: string; label: string; className: string };

/** A way in, which leads back to the page with what was searched on it meanwhile. */
export function SignInLink({ href, label, className }: SignInLinkProps) {
  return (
    <a className={className} href={href} onClick={keepSearch}>
      {label}
    </a>
  );
}
