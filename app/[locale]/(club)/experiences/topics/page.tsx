import type { Metadata } from "next";
import { BackToList } from "@/components/entries/back-to-list";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { referenceOptions } from "@/db/reference/lists";
import { getViewer } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { EXPERIENCES } from "@/lib/experiences/experience";
import { countTopics } from "@/lib/experiences/listing.queries";
import { publicMetadata } from "../../../(public)/public-metadata";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "experiences");
  const [title, description] = [t("handbook.title"), t("handbook.lead")];
  return publicMetadata({ locale, to: "/experiences/topics", title, description });
}

/** Every topic of the handbook with how many experiences there are; those without stand there too, since they lack one. */
export default async function TopicsPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const counts = await countTopics(await getViewer());
  const t = getTranslator(locale, "experiences");
  return (
    <>
      <PageHeader
        before={<BackToList locale={locale} noun={EXPERIENCES} />}
        lead={t("handbook.lead")}
        title={t("handbook.title")}
      />
      <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        {referenceOptions("experienceTopics", locale).map(({ value, label }) => (
          <li
            className="flex items-baseline justify-between gap-4 border-hairline border-b py-3"
            key={value}
          >
            <a href={path(locale, `/experiences/topics/${value}`)}>{label}</a>
            <Badge>{counts.get(value) ?? 0}</Badge>
          </li>
        ))}
      </ul>
    </>
  );
}
