import type { ReactNode } from "react";
import {
  canAskAddressFor,
  canAskErasureFor,
  canTakeArchive,
  canWithdrawErasureFor,
  isAddressUnproven,
} from "@/lib/accounts/policy";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { AccountDossier } from "@/lib/moderation/accounts.queries";
import { Card } from "../ui/card";
import { LinkButton } from "../ui/link-button";
import { MoveForm } from "../ui/move-form";
import { type Proof, ProvenForm } from "../ui/proven-form";
import { TextField } from "../ui/text-field";

type HeldCardsProps = {
  account: AccountDossier;
  viewer: Viewer;
  locale: Locale;
  proof: Proof;
  /** The page they stand on. */
  here: string;
  /** The archive was prepared a moment ago. */
  isOpen: boolean;
  actions: Record<"address" | "archive" | "erase" | "keep", FormAction>;
};

/** What an administrator does with somebody's account at their request: its address, an archive of it, its end. */
export function HeldCards(props: HeldCardsProps) {
  const { account, viewer, locale, proof, isOpen, actions } = props;
  const t = getTranslator(locale, "admin");
  const shared = {
    locale,
    proof,
    here: props.here,
    hidden: { accountId: account.id, version: String(account.version) },
  };
  const note = (
    <TextField
      hint={t("held.noteHint")}
      label={t("held.note")}
      maxLength={300}
      name="note"
      required
    />
  );
  const card = (key: "address" | "archive" | "erasure", parts: ReactNode) => (
    <Card as="section" labelledBy={key}>
      <h2 className="mb-3 font-semibold text-lg" id={key}>
        {t(`held.${key}.title`)}
      </h2>
      {parts}
    </Card>
  );
  const isUnproven = isAddressUnproven(account);
  const due = account.erasureDueAt && formatDay(account.erasureDueAt, locale);
  return (
    <>
      {canAskAddressFor(viewer, account)
        ? card(
            "address",
            <ProvenForm
              {...shared}
              action={actions.address}
              scope="address"
              submit={t(`held.address.${isUnproven ? "correct" : "submit"}`)}
            >
              <p className="max-w-measure">
                {t(`held.address.${isUnproven ? "unproven" : "consequences"}`)}
              </p>
              <TextField
                inputMode="email"
                label={t("held.address.email")}
                name="email"
                required
                spellCheck={false}
                type="email"
                width="medium"
              />
            </ProvenForm>,
          )
        : null}
      {canTakeArchive(viewer, account)
        ? card(
            "archive",
            isOpen ? (
              <LinkButton href={`/api/account/export?of=${account.id}`}>
                {t("held.archive.take")}
              </LinkButton>
            ) : (
              <ProvenForm
                {...shared}
                action={actions.archive}
                scope="archive"
                submit={t("held.archive.submit")}
                variant="secondary"
              >
                <p className="max-w-measure">{t("held.archive.consequences")}</p>
                {note}
              </ProvenForm>
            ),
          )
        : null}
      {canAskErasureFor(viewer, account)
        ? card(
            "erasure",
            <ProvenForm
              {...shared}
              action={actions.erase}
              scope="erase"
              submit={t("held.erasure.submit")}
              variant="danger"
            >
              <p className="max-w-measure">{t("held.erasure.consequences")}</p>
              {note}
            </ProvenForm>,
          )
        : null}
      {canWithdrawErasureFor(viewer, account)
        ? card(
            "erasure",
            <MoveForm
              action={actions.keep}
              hidden={shared.hidden}
              label={t("held.erasure.withdraw")}
              locale={locale}
              scope="erase"
              variant="secondary"
            >
              <p className="max-w-measure">{t("held.erasure.due", { day: due ?? "" })}</p>
            </MoveForm>,
          )
        : null}
    </>
  );
}
