"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { LiveView } from "@/lib/core/list-view";
import { LiveQueries } from "./live-queries";
import { Notice } from "./notice";

/** Members answer one another within hours: half a minute is soon enough, and costs an open page two statements. */
const EVERY_MS = 30_000;

export type LiveCopy = {
  /** That nothing came back. */
  unreachable: string;
  /** That this is nothing of the reader's any more. */
  gone?: string;
};

type LivePageProps<View> = {
  /** Where it is answered as data: `/api/exchanges?locale=fr`. */
  source: string;
  start: View;
  copy: LiveCopy;
  children: (view: View) => ReactNode;
};

/** What others change while it is read: asked for anew now and then while it is in sight, and when one comes back to it. */
export function LivePage<View extends LiveView>(props: LivePageProps<View>) {
  return (
    <LiveQueries>
      <Living {...props} />
    </LiveQueries>
  );
}

function Living<View extends LiveView>({ source, start, copy, children }: LivePageProps<View>) {
  const client = useQueryClient();
  // Drawn anew by the server, it is newer than what was asked for before.
  const queryKey = [source, start.mark];
  const { data = start, error } = useQuery<View>({
    queryKey,
    queryFn: ({ signal }) => fetchLive(source, client.getQueryData<View>(queryKey), signal),
    initialData: start,
    staleTime: 0,
    refetchOnMount: false,
    refetchOnWindowFocus: true,
    refetchInterval: ({ state }) => (isGone(state.error) ? false : EVERY_MS),
  });
  const words = isGone(error) ? error.message || copy.gone : copy.unreachable;
  return (
    <>
      {error ? (
        <Notice className="mb-6" live tone="warning">
          {words}
        </Notice>
      ) : null}
      {isGone(error) ? null : children(data)}
    </>
  );
}

/** What the server answered instead, in its words or none. */
class Refusal extends Error {
  constructor(
    words: string,
    readonly status: number,
  ) {
    super(words);
  }
}

/** Nothing is here any more for this reader. */
const isGone = (error: Error | null): error is Refusal =>
  error instanceof Refusal && [401, 403, 404].includes(error.status);

async function fetchLive<View extends LiveView>(
  source: string,
  before: View | undefined,
  signal: AbortSignal,
): Promise<View> {
  const headers: HeadersInit = before ? { "If-None-Match": `"${before.mark}"` } : {};
  const response = await fetch(source, { signal, headers });
  if (response.status === 304 && before) return before;
  const answer = await response.json();
  if (!response.ok) throw new Refusal(answer.message ?? "", response.status);
  return answer;
}
