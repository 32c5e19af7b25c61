"use client";

const take = (it: HTMLElement | null) => {
  setTimeout(() => it?.parentElement?.focus({ preventScroll: it.hidden as boolean }), 150);
};

/**
 * Gives the focus, as soon as it is there, to what it stands in: for what is drawn in the place of a form that has gone. The
 * page stays where an address has led it if it is to be `still`. It waits for some frames: a browser that brings its reader to
 * a place of the page takes the focus from whatever has it, in the first frame that is drawn.
 */
export const TakeFocus = ({ still }: { still?: boolean }) => <i hidden={still} ref={take} />;
