/**
 * Words that any text may hold and that tell nothing of what somebody does, offers or seeks, by why they do not; folded
 * and simplified, of four letters or two signs at least. `+` stands for the endings of a verb, `*` for any ending.
 */
const GENERAL = {
  grammar: `
    able about above across afin after again against ahead ailleurs ainsi almost along alors already also although
    always among another anybody anyone anything apart apres around assez aucun aucune aupres aussi autant autour
    autre autrement avant avec avoir away back beaucoup because been before behind being below beside best better
    between beyond bien bientot both cannot ceci cela celle celui cependant certain certaine ceux chacun chacune
    chaque chez combien comme comment commun commune contre could dans dehors deja depuis derriere dessous dessus
    devant does doing donc done dont down durant each either elle else encore enfin ensemble ensuite entre envers
    environ etaient etait etant etre even ever every everybody everyone everything except facon faire fait fera
    feront fois font from further have having hence here herself himself hors however instead into itself jamais
    jusqu jusque just laquelle least lequel less leur like likely loin lors lorsque maintenant mais malgre many
    maybe meme mien mieux might moins more most mostly moyennant much must myself neanmoins near neither never
    nobody none notamment nothing notre nous often once only onto other otherwise ought outre over parce parfois
    parmi partout pendant perhaps peut peuvent peux plupart plus plusieurs plutot pour pourquoi pourra pourront
    pourtant pouvoir pres presque puis puisque quand quant quel quelle quelqu quelque quite quoi rather really rien
    same sans sauf selon sera serait seront seul seule seulement several shall should since sinon soient soit some
    somebody someone something sometimes sont soon sous souvent still such suivant surtout tandis tant tantot
    tellement than that their them themselves then there therefore these they thing this those though through
    throughout thus together toujours tous tout toute toutefois toward travers tres trop under unless until upon
    usually vers very voici voila votre vous vraiment well were what whatever when where whether which while whole
    whom whose will with within without would your yourself
    一些 一切 一定 一旦 一样 一直 一般 一起 不仅 不同 不得 不是 为了 之一 之内 之前 之后 之间 也可 什么 以及 任何
    但是 作为 你们 便于 值得 全部 共同 关于 其中 其他 其它 再次 几乎 分别 别人 即可 原有 及其 及时 双方 另外 只有
    只要 只需 可为 可以 可供 可在 可用 可能 各个 各位 各种 各自 同一 同时 同样 否则 含有 大家 大约 如何 如果 如需
    它们 完全 对于 对方 尚未 尚需 尤其 就是 左右 已经 并且 并非 应当 应该 彼此 必须 您的 我们 我的 或者 所在 所有
    所需 才能 按照 是否 更多 更好 曾经 有些 有关 本人 来自 某些 根据 正在 此外 每个 没有 特别 现在 现有 由于 目前
    直接 相互 相关 真实 真正 等等 类似 经过 而且 能否 能够 自己 自身 至今 至少 若干 虽然 许多 详细 超过 达到 还有
    这个 这些 这样 这里 通过 那些 部分 都是 非常 面向 首先`,
  number: `
    billion cent centaine cinq* couple demi demie deux* dixieme dizaine double douz* dozen eight* eleven* fifteen*
    fifth fifty first five forty four fourteen* fourth half huit huitieme hundred* last mille milliard millier
    million moitie neuf neuvieme nine* ninth number onze onzieme pair paire premier premiere quarant* quart quarter
    quatr* quinz* second seconde seiz* sept septieme seven* sixieme sixteen* sixth sixty soixant* tens tenth third
    thirteen* thirty thousand* three tiers treiz* trent* triple trois* twel* twent* twice vingt*
    一共 两者 双倍 多个 多位 多家 多年 多次 多种 多项 大量 少数 少量 总数 总计 数家 数量 最后 最多 最少`,
  quantity: `
    amount annuel annuelle average bigger budget charge cheap chiffr+ cost cout+ dimension dollar euro expense
    expensive fees forfait frais free fully gramme grand grande gratuit* great gros grosse haut haute hauteur heavy
    hectare height high higher kilo kilometre large larger largeur length level litre long longer longue longueur lots
    lourd lourde maximum medium meter metre mini minimum montant moyen moyenne niveau nombre nombreuse nombreux
    paiement part partie pay+ payment percent petit petite piece plein pleine poids price prix quantite quantity
    rate ratio remise semi short size sized small smaller somme superieur superieure surface taille tarif taux tonne
    tons total totale valeur value volume watt weight width yuan
    中型 中小 中等 人民币 付款 价值 价格 优惠 免费 公斤 公里 公顷 分摊 千克 千米 单价 大型 大小 小型 平方 平方米
    成本 批量 折扣 支付 收费 无偿 最低 最高 有偿 欧元 比例 水平 美元 规模 费用 重量 金额 面积`,
  time: `
    actuel actuelle ages annee annual annually aout april august aujourd automne autumn avenir avril calendar
    calendrier century courant current currently daily date days deadline december decembre delai demain depart
    departure dernier derniere desormais dimanche duree during earlier early echeance etes evening fall february
    fevrier former friday futur future hebdomadaire heure hier hiver horaire hour hourly immediat* instant january
    janvier jeudi jour journalier journee juillet juin july june lately later lendemain lundi march mardi mars matin
    matinee meanwhile mensuel mensuelle mercredi midi minute mois moment monday month monthly morning next night
    november novembre nuit october octobre past period periode previous printemps prochain prochaine quarterly
    quotidien* recemment recent recente recently rendez saison samedi saturday schedule seance season semaine
    semestr* september septembre session siecle soir soiree spring summer sunday tard temps terme thursday time
    timetable today tomorrow trimestr* tuesday vendredi wednesday week weekday weekend weekly winter year yearly
    yesterday
    上午 上半年 下午 下半年 个月 为期 今后 今年 以前 以后 以来 全年 冬季 分钟 前期 即将 去年 后期 周一 周三 周二
    周五 周六 周四 周日 周期 周末 夏季 季度 定期 小时 届时 工作日 年内 年冬季 年初 年前 年夏季 年季 年底 年度 年春季
    年秋季 当前 当天 当日 日内 日前 日期 日程 日起 时期 时间 明年 星期 星期* 春季 晚上 晚会 最近 月份 月底 期内 期间
    期限 未来 每周 每天 每年 每日 每月 秋季 结束 近年 近期 长期 阶段 随时 首批`,
  people: `
    adherent associe client clientele club collaborat* colleague collegue contact customer dame equipe fellow gens
    group groupe guest homme hote member membre partena* partner* people person personne staff team volontaire
    volunteer
    个人 人员 人士 人脉 他人 伙伴 会员 公众 同事 同行 员工 团队 学员 客人 客户 小组 成员 本会 来宾 联系人 负责人`,
  business: `
    acces access accord account acte acteur action active activit* advantage advice advisory affair affaire agence
    agency agenda agreement agrement application approach approval appui area array article aspect asset associate
    atout attente authorit* avantag* avis base basis benefit besoin bodies body brief bureau business buts cadre
    cahier capable capacite capitaux case challenge chambre champ chance choice choix cities city commerc*
    commitment common compan* competitive competitivite compris comprise concept concret concrete condition context
    contexte contrainte contribution cooperation corporate countries country creation creative criteria deal
    decision demarche design detail development developpement device direct direction directly discussion dispositif
    document domaine dossier durable economic effect effet effort element enjeu enterprise* entrepris* equipement
    equipment espace essai essential essentiel etape etude evaluation evenement event example exemple exigence
    experien* expert expertise facilities fact feature fiche field file firm focus fonction force form format forme
    full function garantie general gestion goal good grille growth guide idea idee image impact industr* information
    innov* institution* intelligence interest interested interet international* issue item joint liaison lieu line
    list liste local locale maniere marche market materiel matter meaning method methode mise mission mode model
    modele mondial* name nature necessaire network norm normal norme note object objectif objective objet occasion
    office opportunit* option order ordre organisation organization original* outcome outil overall owned owner
    package page perspective pilot* place plan planned planning plateforme platform point pole policy politique
    porte position possib* potential* potentiel* practical practice pratique presence presentation principe
    principle priorite priority prise private prive privee problem probleme procede procedure process processus
    produced product production produire produit professional* professionnel* profile program programme progres
    project projet proposal proposition public publique purpose qualite quality question raison range rapport
    realisation reason reel reference region* regle regular* relation relevant renseignement reponse report reseau
    resource responsab* response responsib* result resultat retour reunion right risk risque role room round rule
    safe safety salle savoir scale scheme scope secteur section sector securite security serious service side siege
    similar simple site situation societe solution sortie source space special specialis* specific standard status
    step strateg* structure studies study subject succes success* suite suivi sujet supervision support sustainab*
    system systeme tache task techni* technolog* template term test text texte theme titre tool topic trade
    transition travail travaux trial type unit usage useful user utile vente version view ville wechat
    world
    contract* contrat* control* controle* data donnee* materiau* material materials
    三语 专业 专家 专属 专门 业主 业务 中心 主体 主要 主题 事务 事项 产业 产品 人工 企业 优势 优质 会场 会议 供应
    便利 信息 公共 公司 公开 关系 关键 典型 内容 内部 创新 利用 制度 功能 区域 协议 单位 双语 发展 各方 合作 名单
    名称 周边 商业 商务 因素 国内 国外 国家 国际 地区 地方 地点 场地 城市 基本 基础 处理 外部 安全 安排 完整 实务
    实用 实践 实际 对比 对象 工业 工作 工具 市场 平台 建议 当地 形式 性质 情况 意见 成功 成果 战略 手册 手续 技术
    报告 持续 指南 措施 政策 效果 整体 文件 新型 方向 方式 方案 方法 方面 明确 普通 智能 服务 本地 机会 机构 条件
    条款 来源 标准 核心 案例 模式 模板 正式 流程 测试 海外 渠道 版本 状况 环节 现场 现成 生产 用地 用途 申报 申请
    电子邮件 电子邮箱 目标 知识 示范 社会 私人 种类 系列 系统 组织 经济 经营 经验 结果 网络 能力 自主 范围 行业 要求
    规划 规定 规范 角色 计划 记录 设备 设施 设计 试点 试用 试验 详情 说明 质量 资料 资源 资质 路线 转型 运营 运行
    近郊 材料 物料 合同 数据 控制 进展 适合 选择 部门 重点 重要 问题 附近 需求 需要 页面 项目 领域 高效 高质量`,
  doing: `
    abord+ accept+ accompagn+ accompagnement accompan+ accueil accueill+ accueilli achiev+ adapt+ agree+ aide aider
    ajout+ aller allow+ amelior+ anim+ appear+ applied apply appoint+ apport+ apprendre arrang+ arriv+ asked asking
    asks assist+ assur+ attend+ attendance attendre attendu attendue avail+ available avanc+ bear become began
    begin+ belong+ bought bring+ brought build built call+ came care carried carry chang+ check+ cherch+ chois+
    choos+ chosen clos+ come coming commenc+ compar+ complet+ comprend comprendre compt+ concern+ confi+ connaiss+
    connaissance connaissent connait connaitre connect+ conserv+ consider+ consist+ construire contain+ continu+
    contribu+ contribut+ couvert couvr+ cover+ creat+ cree+ creer debut+ decid+ decouvr+ deliver+ demand+ depend+
    describ+ desir+ develop+ devenir devoir devra devront dire discover+ discuss+ discut+ dispos+ doit doivent donn+
    economis+ ecri+ ecrire effectu+ enabl+ encourag+ engagement enjoy+ enter+ entrust+ eprouv+ essay+ establish+
    etabli etablir evalu+ evit+ exchang+ exist+ expect+ explain+ expliqu+ explor+ extend+ facilitat+ feel figur+
    fill+ find+ fixe fixed fixer follow+ forecast found fourni+ fournir gagn+ gain+ garder gather+ gave gets getting
    give+ given giving goes going gone grow+ habitu+ happen+ heard held help+ hold+ host+ identif+ identifi+ improv+
    includ+ increas+ indiqu+ inform+ install+ intend+ intervenir intervention intervient introduc+ introduction
    invit+ involv+ join+ keep+ kept know+ known lack+ laid laiss+ lanc+ launch+ lead+ learn+ leave left lend+ lent
    lets limit+ lire livrent livrer livrons look+ made maintenir make+ making manag+ manqu+ mean measur+ meet+
    mention+ mettent mettons mettre montrent montrer montrons move+ moving need+ obtain+ obten+ obtenu offer+ offr+
    open+ operat+ organis+ organiz+ ouvert ouverte ouvertur+ ouvr+ owns parl+ partag+ particip+ participat+ partir
    pass+ perform+ permet permett+ permettre possed+ possess+ pouv+ prend prendre prenn+ prepar+ present+ pret prete
    pretent preter prevoir prevu prevue procur+ profit+ propos+ provid+ publish+ quitt+ racont+ rappel+ reach+ read+
    ready real receiv+ recevoir recherch+ recoi+ recommend+ record+ recu reduc+ rejoin+ rejoindre relat+ releve
    relire relis relisons relit remain+ remett+ remettre remis remov+ rencontr+ rend rendre replac+ reply repond
    repondre reported request+ requir+ reserv+ respond+ rest+ retrouv+ return+ reuni+ reunir reussi revenir review+
    runs said sav+ search seeing seek+ seem+ seen select+ sell+ semble send+ sent sert serve served serving settl+
    settle+ shar+ show showed showing shown sign+ signal+ situ+ souhait+ speak+ spend spent start+ stay+ stop+
    suggest+ suivre supervis+ take taken taking talk+ tell+ tend tenir tenu think+ thought tient transmet transmett+
    transmettre travaill+ tried trouv+ turn+ understand+ undertak+ updat+ usable used uses using utilis+ valid+ vary
    vend vendent vendre vendu venir venu verifi+ veulent veut veux viennent vient visit+ voir vont voudr+ waited
    waiting want+ watch+ ways welcom+ wish+ work+ writ+ written
    上门 主持 举办 举行 了解 交付 交换 交流 介绍 优化 位于 体现 使用 促进 保持 保留 保证 保障 修改 借出 借用 做好
    停止 允许 共享 关注 具备 具有 准备 出借 出发 分享 分析 制定 办理 加入 加强 包含 包括 协助 协调 参与 参加 参考
    参观 反馈 发布 发现 取得 变化 召开 同意 启动 回复 回答 填写 增加 委托 学习 安装 完善 完成 实现 审核 审阅 寻找
    寻求 导入 展示 属于 希望 带来 帮助 建立 建设 开始 开展 开放 开设 引入 征集 必要 愿意 成立 托管 执行 扩大 找到
    承担 承接 把握 拥有 指定 指导 接受 接待 接收 接触 推出 推动 推广 推荐 提交 提供 提出 提前 提升 撰写 支持 收到
    改善 改进 整理 方便 旨在 更换 更新 期待 查看 查阅 欢迎 沟通 注意 洽谈 涉及 满足 演示 熟悉 理解 用于 知道 确定
    确认 积累 筹备 签署 签订 管理 组建 组成 结合 编写 缩短 联合 联系 能供 落实 落户 行动 补充 观察 解决 解答 解释
    认为 认可 讨论 讲解 讲述 设有 设立 访问 评价 评估 试行 调整 谈判 负责 走访 跟进 辅导 达成 进入 进行 适应 适用
    选定 通知 遇到 邀请 配合 配备 重新 陪同 预计`,
  places: `
    abroad alpes asia asian asiatique asie auvergne canton* china chine chinese chinois* etranger europe* francais*
    france french lyon* metropole monde overseas pekin* province quartier rhone territoire worldwide
    世界 两国 两地 中国 中方 中法 亚洲 全国 全球 大湾区 欧洲 法中 法国 法方 里昂`,
  languages: `
    bilingual bilingue francophone language langue multilingual multilingue sinophone trilingual trilingue
    中文 外语 汉语 法文 英文 语言`,
} as const;

const LISTED = Object.values(GENERAL).flatMap((words) => words.trim().split(/\s+/));

/**
 * What many trades deal in: a text calls somebody of the trade by it ("transport"), but two texts that hold
 * it have nothing in common yet. A word that is general in one language is so in the others.
 */
const SUBJECTS = `
  audit* cargo cell cellul* financ* fund funding publication* transport*
  出版 单元 审计 细胞 融资 货运 资助 资金 运输`;

/** The words that bear this mark, without it. */
const marked = (mark: string) =>
  new Set(LISTED.filter((word) => word.endsWith(mark)).map((word) => word.slice(0, -mark.length)));

const subjects = SUBJECTS.trim().split(/\s+/);

const whole = new Set(LISTED);
const verbs = marked("+");
const beginnings = marked("*");
const LONGEST = Math.max(...[...beginnings].map((word) => word.length));

const ENDINGS =
  " e es er ez ent ons ant ante antes ee ees era eront erait ir is it s d ed ing".split(" ");

/** Amounts and dates that Chinese writes as one word: 三家, 第二, 十二月, 三个月. */
const COUNTED =
  /^(?:[第约近]?[一二两三四五六七八九十百千万亿半几]+[个多余]?|每)[个名家年月日天周次位份批吨米元套台件间场期季种项条公里小时分钟块张页队轮站步层人岁倍成亩克升瓦]*$/;

/** Whether a word, folded and simplified, tells nothing of what a text is about. */
export function isGeneral(word: string): boolean {
  const isListed = [word, word.replace(/[sx]$/, "")].some(
    (form) => whole.has(form) || isVerb(form),
  );
  return isListed || COUNTED.test(word) || begins(word);
}

function isVerb(word: string): boolean {
  return ENDINGS.some(
    (end) => word.endsWith(end) && verbs.has(word.slice(0, -end.length || undefined)),
  );
}

function begins(word: string): boolean {
  const start = word.slice(0, LONGEST);
  return [...start].some((_, index) => beginnings.has(start.slice(0, index + 1)));
}

/** Whether a telling word, folded and simplified, only names a subject that many trades share. */
export function isSubject(word: string): boolean {
  return subjects.some((one) =>
    one.endsWith("*") ? word.startsWith(one.slice(0, -1)) : word === one || word === `${one}s`,
  );
}
