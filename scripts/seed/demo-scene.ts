const RIVER = "#11556b";
const KAPOK = "#cf3a21";

/** Towers across the river, as the window shows them. */
const SKYLINE =
  "M150 330V210h60v120M240 330V170h50v160M330 330V235h80v95M560 330V190h60v140M650 330V225h70v105M752 330V150h56v180";

/** Canton's tower, narrow in its middle. */
const TOWER = "M462 330c14-70 14-110 2-190h36c-12 80-12 120 2 190M482 140V84M466 200h32M468 240h28";

const WATER =
  "M120 362c40-22 80 22 120 0s80 22 120 0 80 22 120 0 80 22 120 0 80 22 120 0 80 22 120 0";

const DESKS = "M96 470h330M120 470v110M402 470v110M534 470h330M558 470v110M840 470v110";

const SCREENS = "M196 380h124v72H196zM258 452v18M638 380h124v72H638zM700 452v18";

const FLOWER =
  "M480 452c-8-26-30-30-34-14s16 24 34 14zM480 452c8-26 30-30 34-14s-16 24-34 14zM480 452v84M460 536h40l-6 44h-28z";

/** A picture among a demo project's files, as SVG: an office of two desks in Guangzhou, in the house's two strokes. */
export const drawDemoOffice = (): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 640" fill="none" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"><rect width="960" height="640" fill="#f9f6f2"/><rect x="96" y="52" width="768" height="290" rx="8" fill="#e9f6fb" stroke="${RIVER}"/><path fill="#efece6" d="M0 580h960v60H0z"/><g stroke="${RIVER}"><path d="${SKYLINE}"/><path d="${DESKS}${SCREENS}M0 580h960"/></g><g stroke="${KAPOK}"><path d="${TOWER}"/><path d="${FLOWER}"/></g><path stroke="${RIVER}" stroke-width="4" d="${WATER}" transform="translate(0 -42)"/></svg>`;
