import { notFound } from "next/navigation";
import { pageLocale } from "@/lib/core/i18n/page-locale";

type MissingProps = { params: Promise<{ locale: string }> };

/** Any address that no other page answers, so that it is refused inside the page frame, unless another one is meant. */
export default async function MissingPage({ params }: MissingProps) {
  await pageLocale(params);
  notFound();
}
