import { notFound } from "next/navigation";

/** Any address that no other page answers, so that it is refused inside the page frame. */
export default function MissingPage() {
  notFound();
}
