import { notFound } from "next/navigation";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";

/** Any address that no other page answers, so that it is refused inside the page frame, unless another one is meant. */
export default async function MissingPage({ params }: PageProps) {
  await pageLocale(params);
  notFound();
}
