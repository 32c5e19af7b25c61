"use client";

import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type SyntheticEvent, useEffect, useRef, useState } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import { isComposing } from "./ask-while-typing";

const TYPING_PAUSE_MS = 300;

type ListSearch<View> = {
  locale: Locale;
  /** Where the list stands; the same address below `/api` answers it as data. */
  to: string;
  start: { search: string; view: View };
  /** The order that no address names. */
  usualSort?: string;
};

async function fetchView<View>(url: string, signal: AbortSignal): Promise<View> {
  const response = await fetch(url, { signal });
  const answer = await response.json();
  if (!response.ok) throw new Error("", { cause: answer.message });
  return answer;
}

/** What a form says, as the query of its list's address. */
function searchIn(form: HTMLFormElement, usualSort?: string): string {
  const search = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const text = String(value).trim();
    if (text !== "" && !(name === "sort" && text === usualSort)) search.append(name, text);
  }
  return search.toString();
}

/**
 * Keeps a list in step with its form: at once for boxes, after a short pause while typing, a Chinese word once it is chosen.
 * The address follows without a new entry in the history.
 */
export function useListSearch<View>({ locale, to, start, usualSort }: ListSearch<View>) {
  const [search, setSearch] = useState(start.search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { data, isFetching, isPaused, error, refetch } = useQuery<View>({
    queryKey: [to, locale, search],
    queryFn: ({ signal }) => fetchView<View>(`/api${to}?locale=${locale}&${search}`, signal),
    initialData: search === start.search ? () => start.view : undefined,
  });
  // What was last answered stays in sight while the next is asked for, and where it fails.
  const [shown, setShown] = useState(start.view);
  if (data && data !== shown) setShown(data);

  useEffect(() => () => clearTimeout(timer.current), []);

  function apply(form: HTMLFormElement, pause = 0) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const asked = searchIn(form, usualSort);
      setSearch(asked);
      // The same again asks nothing anew by itself.
      if (error && asked === search) void refetch();
      window.history.replaceState(null, "", `${path(locale, to)}${asked && `?${asked}`}`);
    }, pause);
  }
  return {
    view: shown,
    isFetching,
    // What the browser says of a failure is in its own words, and what waits for the network says nothing.
    refusal: error || isPaused ? `${error?.cause ?? ""}` : null,
    /** For what changes, and for the end of what an input method composed: not all browsers tell of a change then. */
    onChange(event: SyntheticEvent<HTMLFormElement>) {
      if (isComposing(event.nativeEvent)) return clearTimeout(timer.current);
      const isTyped = event.target instanceof HTMLInputElement && event.target.type === "search";
      apply(event.currentTarget, isTyped ? TYPING_PAUSE_MS : 0);
    },
    onSubmit(event: FormEvent<HTMLFormElement>) {
      event.preventDefault();
      apply(event.currentTarget);
    },
  };
}
