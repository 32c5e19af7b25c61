import { notFound } from "next/navigation";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { ProvenForm } from "@/components/ui/proven-form";
import { TextField } from "@/components/ui/text-field";
import { changeAddressAction } from "@/lib/accounts/actions";
import { getOwnAccount } from "@/lib/accounts/queries";
import { askedProof } from "@/lib/core/auth/proof.queries";
import { requireAccount } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { BackToAccount } from "../back-to-account";

const HERE = "/account/address";

export const generateMetadata = titled("accounts", "address.title");

export default async function AddressPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireAccount(locale, HERE);
  const [account, way] = await Promise.all([getOwnAccount(viewer), askedProof(viewer)]);
  if (!account) notFound();
  const t = getTranslator(locale, "accounts");
  return (
    <>
      <PageHeader
        before={<BackToAccount locale={locale} />}
        lead={t("address.lead")}
        title={t("address.title")}
      />
      <div className="max-w-2xl space-y-6">
        <DefinitionList
          items={[
            {
              term: t("address.current"),
              value: <span className="break-all">{account.email}</span>,
            },
          ]}
        />
        <ProvenForm
          action={changeAddressAction}
          here={HERE}
          locale={locale}
          proof={{ way, email: account.email, label: t("address.password") }}
          scope="address"
          submit={t("address.submit")}
        >
          <TextField
            autoComplete="email"
            inputMode="email"
            label={t("address.email")}
            name="email"
            required
            spellCheck={false}
            type="email"
            width="medium"
          />
        </ProvenForm>
        <p className="text-muted text-sm">{t("address.after")}</p>
      </div>
    </>
  );
}
