/**
 * Next puts what stands here into every document. No reader meets it: the front answers a missing address with a page of
 * ours, `app/missing`.
 */
export default function NotFound() {
  return null;
}
