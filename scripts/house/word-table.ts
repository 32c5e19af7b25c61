export type Language = "fr" | "en" | "zh";

/** One thing, and the words each language does *not* call it by; `within` keeps a rule to some keys. */
export type Row = { thing: string; within?: RegExp } & Record<Language, RegExp>;

/** A pattern of whole words: `\\b` knows no accents. */
const words = (alternatives: string) =>
  new RegExp(`(?<![\\p{L}{-])(?:${alternatives})(?!\\p{L})`, "iu");

/** Which keys speak of people who say no to people, and which of the team that says no. */
const BETWEEN_PEOPLE =
  /^(interests|translations|rooms|affiliations|reasonsInterestDecline)\b|^mails\.kinds\.(interest|translation|roomInvitation|invitation|request)[A-Z]|\.(interest|invitation|translation|request)\.declined$/u;
const BY_THE_TEAM =
  /^(vetting|reasonsApplicationRefusal|reasonsExperienceRefusal|reasonsProjectRefusal)\b|^admin\.decide\b|^mails\.kinds\.(project|revision|application)Refused\b/u;

/** One word for one thing, in the catalogues and the vocabularies: a row lists what the thing is not called. */
export const WORD_TABLE: Row[] = [
  {
    thing: "the portal",
    fr: words("portails?|plateforme"),
    en: words("portals?|platform"),
    zh: /门户|本平台|本门户/u,
  },
  {
    thing: "application to the club",
    fr: words("candidatures?|candidats?|demande d’inscription|demande d’admission"),
    en: words(
      "membership request|candidac(y|ies)|candidates?|request for membership|application form for",
    ),
    zh: /会员申请|申请表格|加入俱乐部的申请|申请人表/u,
  },
  {
    thing: "guest of an event, without an account",
    fr: words("(visiteurs?|invités?) sans compte"),
    en: words("(visitors?|invitees?) without (an )?account|accountless"),
    zh: /无账户|无账号|访客报名/u,
  },
  {
    thing: "request to an organisation",
    fr: words("demande d’affiliation|demande pour rejoindre|demande à rejoindre l’organisation"),
    en: words("affiliation request|request to be tied|to be tied to|request about"),
    zh: /附属申请|关联申请|归属申请|隶属申请/u,
  },
  {
    thing: "profile",
    within: /^(?!activityKinds)/u,
    fr: words("profils?"),
    en: words("(member|personal) page|your own page|record card"),
    zh: /个人档案|个人主页|个人页面|会员档案/u,
  },
  {
    thing: "position",
    within: /^(?!sectors|projectKinds|activityKinds|memberFunctions)/u,
    fr: words("poste occupé|intitulé du poste|titre du poste|votre poste"),
    en: words("job titles?|(your|my|their) function|function (in|at) an?"),
    zh: /职位|岗位|职称/u,
  },
  {
    thing: "people of an organisation",
    fr: words("personnes de (\\{organisation\\}|(l’|cette |votre )organisation)"),
    en: words("people of (\\{organisation\\}|(the|this|your) organisation)"),
    zh: /机构人员|机构的人员|机构员工/u,
  },
  {
    thing: "activity with China",
    fr: words(
      "activités? chinoises?|affaires avec la Chine|activités? (vers|en direction de) la Chine",
    ),
    en: words("activit(y|ies) with China|business with China|Chinese activit(y|ies)"),
    zh: /对华业务|涉华业务|中国业务/u,
  },
  {
    thing: "project owner",
    fr: words(
      "déposant|propriétaires? du projet|auteurs? du projet|titulaires? du projet|qui propose (le|un|ce) projet|qui le propose|\\{title\\}[^.]{0,6}, qui propose",
    ),
    en: words(
      "project (holder|bearer|author)|(author|holder) of the project|(?<!person )who proposes|whoever proposes",
    ),
    zh: /提出者|项目所有者|项目持有|项目作者|项目提交者|项目负责人/u,
  },
  {
    thing: "public summary",
    fr: words("accroche|présentation publique|teasers?|texte public"),
    en: words("teasers?|public abstract|public text"),
    zh: /公开简介|公开概要|公开介绍|预告/u,
  },
  {
    thing: "expression of interest",
    fr: words(
      "expressions? d’intérêt|marques? d’intérêt|déclarations? d’intérêt|lettres? d’intention",
    ),
    en: words("declarations? of interest|letters? of intent|signs? of interest|interest letters?"),
    zh: /意向书|感兴趣的表示|兴趣表达|合作兴趣|意向表达|投递意向/u,
  },
  {
    thing: "project room, lead, milestone",
    within: /^(rooms|mails\.kinds\.room|admin\.events\.room|home\.news\.room|roomRoles)/u,
    fr: words("salles?|responsables? de l’espace|chefs?|étapes?"),
    en: words("workspaces?|project spaces?|leaders?|steps?(?! down)"),
    zh: /协作空间|工作空间|项目室|房间|负责人|主持人|节点/u,
  },
  {
    thing: "outcome",
    within: /^(outcomes|statistics|admin\.(events\.project\.outcome|tabs)|home\.todo\.outcome)/u,
    fr: words("issues?|aboutissements?|bilans?"),
    en: words("results?|achievements?"),
    zh: /成果|成效|战果/u,
  },
  {
    thing: "agreement to a deal",
    within: /^(outcomes|statistics|agreementKinds|home\.todo\.(outcome|followUp))/u,
    fr: words("consentements?|conventions? conclue"),
    en: words("consents?|deals?"),
    zh: /同意书|合同达成/u,
  },
  {
    thing: "consent to a use of data",
    within: /^(consents|consentPurposes|accounts\.erasure|admin\.events\.consent)/u,
    fr: words("accords?|autorisations?"),
    en: words("agreements?|permissions?"),
    zh: /协议|授权/u,
  },
  {
    thing: "to decline, between people",
    within: BETWEEN_PEOPLE,
    fr: words("refus\\p{L}*|rejet\\p{L}*"),
    en: words("refus\\p{L}*|reject\\p{L}*"),
    zh: /拒绝|谢绝|驳回|回绝|不予通过/u,
  },
  {
    thing: "to refuse, by the team",
    within: BY_THE_TEAM,
    fr: words("déclin\\p{L}*|rejet\\p{L}*|non retenue?s?"),
    en: words("declin\\p{L}*|reject\\p{L}*"),
    zh: /拒绝|驳回|婉拒|谢绝|不予发布|否决/u,
  },
  {
    thing: "review by the team",
    within:
      /^(?!ipStatuses|reasonsSuspension|agreementKinds|translations\.machine|notices\.machine)/u,
    fr: words("en cours de modération|validation par l’équipe|à examiner|a examiné"),
    en: words("vetting|screening|examin(e|es|ed|ation|ing)"),
    zh: /审阅|审查|审批|复核/u,
  },
  {
    thing: "introduction",
    within: /^(introductions|members|applications\.steps\.needs|profileTypes|consentPurposes)/u,
    fr: words("mises? en contact|mises? en rapport"),
    en: words("matchmaking|put (you|them) in touch"),
    zh: /牵线|撮合|引见|推介/u,
  },
  {
    thing: "experience",
    within: /^(experiences|experienceTopics|reasonsExperienceRefusal|pages|shell|home)/u,
    fr: words("témoignages?|expériences? partagées?"),
    en: words("testimonials?|feedback"),
    zh: /经历分享|经验谈|案例分享/u,
  },
  {
    thing: "event, delegation",
    fr: words("évènements?|manifestations?(?! d’intérêt)"),
    en: words("happenings?|trade missions?"),
    zh: /事件(?!记录)|考察团|代表队/u,
  },
  {
    thing: "privacy notice",
    fr: words("politique de confidentialité|notice de protection|charte de confidentialité"),
    en: words("privacy (policy|statement)|data protection notice"),
    zh: /隐私声明|隐私说明|隐私条款|隐私须知|个人信息保护说明/u,
  },
  {
    thing: "e-mail",
    fr: words("courriels?|mails?(?!>)|emails?|mèls?|adresse électronique"),
    en: words("e-mail\\p{L}*|mails?(?!>| server)|electronic mail"),
    zh: /电邮|电子邮件|电子邮箱|电子信箱|写信/u,
  },
  {
    thing: "two-step sign-in",
    fr: words("en deux (étapes|temps)|second facteur|deux facteurs|double facteur"),
    en: words("two[- ]factor|second[- ]factor|2FA|two[- ]step (verification|authentication|login)"),
    zh: /双重(验证|认证)|双因素|两步登录|二次验证|两步认证/u,
  },
  {
    thing: "outdated translation",
    within:
      /(stale|confirm|stillRight|Stale)|^translations\b|^ui\.localized|^home\.todo\.staleText/u,
    fr: words("plus anciens? que|plus anciennes? que|périmée?s?|obsolètes?"),
    en: words("older than (the|its|their) original|outdated|stale"),
    zh: /早于|过时|旧译文/u,
  },
  {
    thing: "co-operation, trade mark, Institute",
    fr: words("co-opérations?|marque de commerce|Institut franco-chinoise|Institut sino-français"),
    en: words("co-operat\\p{L}*|trademarks?|Sino-French Institute|Institut Franco[- ]chinois"),
    zh: /品牌商标|牌号|(?<!里昂|新)中法大学|里昂中法学院/u,
  },
  {
    thing: "membership category",
    fr: words("types? d’adhésion|catégories? de membres?|types? de membres?"),
    en: words("kinds? of membership|membership (types?|kinds?)"),
    zh: /会员类型|会籍类型|会籍类别|申请类别/u,
  },
  {
    thing: "account link, of who was brought in",
    within: /^(arrivals|admin\.events)\b/u,
    fr: words("liens? (de compte|d’ouverture|d’accès)"),
    en: words("links? to join|joining links?"),
    zh: /账户链接|注册链接|激活链接/u,
  },
  {
    thing: "address on hold",
    within: /^(mailings|notices|admin)\b/u,
    fr: words("au repos"),
    en: words("(at rest|resting)"),
    zh: /休眠/u,
  },
  {
    thing:
      "to decline an interest for now, which is told; “not now” is what nobody is told of an exchange",
    within: /^(interests\.byMail|mails\.answers\.interest)\b/,
    fr: words("pas maintenant"),
    en: words("not now"),
    zh: /暂不(?:方便|考虑)/u,
  },
  {
    thing: "to put a question to the club",
    fr: words("demander au club|interroger le club"),
    en: words("question the club|ask to the club"),
    zh: /(?<!访)问俱乐部/u,
  },
  {
    thing: "queue of the team",
    within: /^(admin|jobs|mails)\b/,
    fr: words("liste d’attente de l’équipe|pile"),
    en: words("backlog|worklist"),
    zh: /待办列表|工作人员发送待办/u,
  },
  {
    thing: "pending, of an account",
    within: /^(imports|arrivals)\b|^notices\.person/u,
    fr: words("à valider|à confirmer"),
    en: words("unconfirmed|to be confirmed"),
    zh: /待确认/u,
  },
  {
    thing: "the portal, where a letter leads",
    within: /^mails\.kinds\.\w+\.button$/u,
    fr: words("ce site"),
    en: words("this site"),
    zh: /本站/u,
  },
  {
    thing: "folder of unwanted mail",
    fr: words("courriers? indésirables?|spams?"),
    en: words("junk"),
    zh: /垃圾邮件(?!箱)/u,
  },
  {
    thing: "list of exchanges",
    within: /^errors\.interest/u,
    fr: words("vos manifestations d’intérêt\\."),
    en: words("your expressions of interest\\."),
    zh: /“合作意向”页面/u,
  },
  {
    thing: "long holidays, over which what waits for an answer stands still",
    within: /^(interests|introductions)\b|^mails\.kinds\.interest/u,
    fr: words("(?<!grands )congés(?! en Chine)"),
    en: words("(?<!long )holidays"),
    zh: /(?<!长)假期|(?<!长)假(?=[）期，])/u,
  },
];

/** Words that English readers would not say on the telephone, and what is said in their place. */
export const BANNED_ENGLISH: [RegExp, string][] = [
  [/\bawait(s|ed|ing)?\b/iu, "is waiting"],
  [/\btold\b/iu, "we’ll let them know"],
  [/\bwhoever\b/iu, "the person who"],
  [/\bsomebody\b/iu, "someone"],
  [/\bprolong(s|ed|ing|ation)?\b/iu, "extend"],
  [/\banew\b/iu, "again"],
  [/\bfor good\b/iu, "permanently"],
  // A stand at a fair is one.
  [
    /(?<!\b(?:an?|our|annual|joint|collective|health|[Ss]hanghai|open)\s)\b(?:stands?|stood)\b(?! (?:out|for|of|or|in Shanghai)\b)/u,
    "appear",
  ],
  [/\bhand(s|ed|ing)?(?: [\p{L}’]+){0,3} in\b/iu, "submit"],
  [/\bt(ake|akes|aking|aken|ook) (?:[\p{L}’]+ )?up\b/iu, "reopen"],
  [/\bput(s|ting)? (?:[\p{L}’]+ ){0,3}aside\b/iu, "set aside"],
  [/\bbegun\b/iu, "started"],
  [/\blaps(e|es|ed|ing)\b/iu, "expire"],
];

/** What Chinese readers take for officialese or for a translation. */
export const BANNED_CHINESE = ["门户网站", "对华业务", "早于", "属实", "成果", "「", "」"];
