import { notFound } from "next/navigation";
import { CallForm } from "@/components/dues/call-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { referenceLabel } from "@/db/reference/lists";
import { requireStaff } from "@/lib/core/auth/viewer";
import { today } from "@/lib/core/dates";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { rowId } from "@/lib/core/text/fields";
import { callForDuesAction } from "@/lib/dues/actions";
import { canBeCalled } from "@/lib/dues/policy";
import { listCallable, missingOf } from "@/lib/dues/queries";
import { DUES_MAX, readDuesYear } from "@/lib/dues/schema";
import { personName } from "@/lib/members/person-name";

export const generateMetadata = titled("dues", "call.title");

export default async function CallPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const { member, year } = await searchParams;
  const id = rowId.safeParse(member);
  const people = id.success ? await listCallable(viewer, id.data) : [];
  const payer = people.find(({ accountId }) => accountId === id.data);
  if (!payer) notFound();
  const t = getTranslator(locale, "dues");
  const name = personName(payer, locale);
  const callable = people.filter(canBeCalled);
  const first = callable.filter((one) => one === payer);
  const missing = missingOf(callable);
  const options = [...first, ...callable.filter((one) => one !== payer)].map((one) => ({
    value: one.accountId,
    label: personName(one, locale),
    hint: referenceLabel("membershipCategories", one.category, locale),
  }));
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: name, href: path(locale, `/admin/members/${payer.accountId}`) }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={t("call.lead")}
        title={t("call.of", { name })}
      />
      <div className="max-w-2xl space-y-8">
        {missing.length > 0 ? (
          <Notice tone="warning">{t("call.missing", { characters: missing.join(" ") })}</Notice>
        ) : null}
        {canBeCalled(payer) ? (
          <CallForm
            accountId={payer.accountId}
            action={callForDuesAction}
            addressMax={DUES_MAX.address}
            locale={locale}
            people={options}
            year={readDuesYear(year) ?? Number(today().slice(0, 4))}
          />
        ) : (
          <Notice tone="warning">{getTranslator(locale, "errors")("duesNotCallable")}</Notice>
        )}
      </div>
    </>
  );
}
