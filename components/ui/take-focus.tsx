"use client";

const take = (it: HTMLElement | null) =>
  it?.parentElement?.focus({ preventScroll: it.hidden as boolean });

/**
 * Gives the focus, as soon as it is there, to what it stands in: for what is drawn in the place of a form that has gone. The
 * page stays where an address has led it if it is to be `still`.
 */
export const TakeFocus = ({ still }: { still?: boolean }) => <i hidden={still} ref={take} />;
