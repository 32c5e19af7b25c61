import { formCopy, type SendingCopy } from "./form-copy";
import type { Locale } from "./locales";
import { getTranslator } from "./translator";

/** Every word of the page frame, in one language. */
export type ShellCopy = ReturnType<typeof shellCopy>;

/** The frame's words; `waiting` is how many things await a moderator's decision, `exchanges` how many the reader's answer, `unseen` how much they were told since they looked. */
export function shellCopy(locale: Locale, waiting = 0, exchanges = 0, unseen = 0) {
  const t = getTranslator(locale, "shell");
  const { errorPrefix, saving } = formCopy(locale);
  const signOut: SendingCopy = {
    ...{ errorPrefix, saving },
    errorTitle: t("signOut.title"),
    notSentTitle: t("signOut.title"),
    notSent: t("signOut.notSent"),
    sendAgain: t("signOut.sendAgain"),
    outdated: t("signOut.outdated"),
  };
  return {
    signOut,
    skip: t("skip"),
    language: t("language"),
    quickAccess: t("quickAccess"),
    nav: {
      label: t("nav.label"),
      home: t("nav.home"),
      members: t("nav.members"),
      organisations: t("nav.organisations"),
      activities: t("nav.activities"),
      projects: t("nav.projects"),
      exchanges: t("nav.exchanges"),
      experiences: t("nav.experiences"),
      events: t("nav.events"),
      about: t("nav.about"),
      admin: t("nav.admin"),
      waiting: t("nav.waiting", { count: waiting }),
      apply: t("nav.apply"),
      account: t("nav.account"),
    },
    menu: {
      label: t("menu.label"),
      account: t("menu.account"),
      home: t("menu.home"),
      exchangesWaiting: t("menu.exchangesWaiting", { count: exchanges }),
      ask: t("menu.ask"),
      kept: t("menu.kept"),
      notifications: t("menu.notifications"),
      unseen: t("menu.unseen", { count: unseen }),
      signIn: t("menu.signIn"),
      signOut: t("menu.signOut"),
    },
    footer: {
      purpose: t("footer.purpose"),
      heritage: t("footer.heritage"),
      cooperations: t("footer.cooperations"),
      charter: t("footer.charter"),
      legal: t("footer.legal"),
      privacy: t("footer.privacy"),
      accessibility: t("footer.accessibility"),
      contact: t("footer.contact"),
      demo: t("footer.demo"),
    },
  };
}
