/**
 * The page numbers to show: first, last, the current one and its neighbours; `null` stands for a gap.
 * A gap never hides a single page.
 */
export function pageWindow(page: number, pageCount: number): (number | null)[] {
  const shown = new Set([1, pageCount, page - 1, page, page + 1]);
  if (page <= 4) for (let n = 2; n < page; n++) shown.add(n);
  if (page >= pageCount - 3) for (let n = page + 1; n < pageCount; n++) shown.add(n);
  const pages = [...shown].filter((n) => n >= 1 && n <= pageCount).sort((a, b) => a - b);
  return pages.flatMap((n, index) => {
    const before = pages[index - 1] ?? n - 1;
    if (n - before === 2) return [n - 1, n];
    return n - before > 2 ? [null, n] : [n];
  });
}
