"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import type { DirectoryView } from "@/lib/directory/directory-view";

const TYPING_PAUSE_MS = 300;

async function fetchDirectory(locale: Locale, search: string, signal: AbortSignal) {
  const response = await fetch(`/api/members?locale=${locale}&${search}`, { signal });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message ?? "");
  return answer as DirectoryView;
}

/** What a form says, as the query of the directory's address. */
function searchOf(form: HTMLFormElement): string {
  const search = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const text = String(value).trim();
    if (text !== "" && !(name === "sort" && text === "name")) search.append(name, text);
  }
  return search.toString();
}

/**
 * Keeps the list in step with its form: at once for boxes, after a short pause while typing.
 * The address follows without a new entry in the history.
 */
export function useMemberSearch(locale: Locale, start: { search: string; view: DirectoryView }) {
  const [search, setSearch] = useState(start.search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { data, isFetching, isError, error } = useQuery({
    queryKey: ["members", locale, search],
    queryFn: ({ signal }) => fetchDirectory(locale, search, signal),
    initialData: search === start.search ? start.view : undefined,
    placeholderData: keepPreviousData,
  });

  useEffect(() => {
    if (search === start.search) return;
    window.history.replaceState(null, "", `${path(locale, "/members")}${search && `?${search}`}`);
  }, [locale, search, start.search]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function apply(form: HTMLFormElement, pause = 0) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setSearch(searchOf(form)), pause);
  }
  return {
    view: data ?? start.view,
    isFetching,
    refusal: isError ? error.message : null,
    onChange(event: FormEvent<HTMLFormElement>) {
      const isTyped = event.target instanceof HTMLInputElement && event.target.type === "search";
      apply(event.currentTarget, isTyped ? TYPING_PAUSE_MS : 0);
    },
    onSubmit(event: FormEvent<HTMLFormElement>) {
      event.preventDefault();
      apply(event.currentTarget);
    },
  };
}
