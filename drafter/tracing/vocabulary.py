"""Words that weigh less or mean the same when a number in a draft is held against a fact's label. Data only."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from drafter.resources import load_yaml

# Words that nearly every label or sentence of these documents may hold: they tell facts apart badly.
_GENERIC = """
活动 工作 开展 举办 组织 全年 累计 进行 社区 人员 总数 人数 次数 户数 数量 情况
全部 目前 现有 共有 其中 建设 创建 实施 本年 今年 当年 年度 总计 合计 面积 金额
时长 时间 数额 总额 总量 规模 日期 单位 群众 居民 参加 参与 完成 发放 设立 建立
成立 名称 人口 有关 相关 各类 各项 专项 集中 全街 全区 辖区 我们 服务 项目 获得
荣获 被评 评为 称号 授予 先进 学校 医院 公司 学院 全校 全院 全县 全市 全镇 全村
本村 村里 本校 我校 我院 我镇 员工 职工 学生 教师 患者 村民 户籍 以上 以下 左右
达到 实现 上年 去年 在册 登记 注册 在籍 实有 常住
"""
GENERIC: frozenset[str] = frozenset(_GENERIC.split())
GENERIC_WEIGHT = 0.35

# Traditional characters of these documents and their simplified forms, one for one, so that places in a text stay.
TRADITIONAL = str.maketrans(
    "筆萬億個歷來態設隊員長間參與學動專業務課題講貧戶區鄉鎮縣場處項條級種類總數約餘電話網絡實際開會議決辦結報導獎勵優評選黨團組織領導幹部幫"
    "節慶環境衛藝術樂書畫圖館費資產體檢醫療養護衝壓減綠植樹畝噸較遞續門窗樓棟點線頭園農漁業務職責遷擴購買賣貨運車輛護圍牆記錄採納"
    "調糾紛訴訟險災難傷亡盜竊戒毒禁酒駕罰誌願單雙對錢幣銀貸債稅負擔補貼優惠離異親屬婦兒童歲齡壽殘障聾啞視聽語盤顧問題應該觀眾賽"
    "競藥師廣宣傳揚發達標準確認證書寫讀閱覽計劃規則創辦強豐軍屬舊換驗過濾氣溫澆灌溝渠橋樑鐵軌滿復覆蓋廠礦邊漲損壞維繕潔淨穩爭取勝"
    "負榮譽稱號競選舉賢順利無憂禮儀愛國敬業誠聯歡週歡慰勞濟義龍獅鑼鼓戲劇彩燈謎節氣龐飛躍現場競技興趣協會陣營僑臺灣統戰從眾僅異",
    "笔万亿个历来态设队员长间参与学动专业务课题讲贫户区乡镇县场处项条级种类总数约余电话网络实际开会议决办结报导奖励优评选党团组织领导干部帮"
    "节庆环境卫艺术乐书画图馆费资产体检医疗养护冲压减绿植树亩吨较递续门窗楼栋点线头园农渔业务职责迁扩购买卖货运车辆护围墙记录采纳"
    "调纠纷诉讼险灾难伤亡盗窃戒毒禁酒驾罚志愿单双对钱币银贷债税负担补贴优惠离异亲属妇儿童岁龄寿残障聋哑视听语盘顾问题应该观众赛"
    "竞药师广宣传扬发达标准确认证书写读阅览计划规则创办强丰军属旧换验过滤气温浇灌沟渠桥梁铁轨满复覆盖厂矿边涨损坏维缮洁净稳争取胜"
    "负荣誉称号竞选举贤顺利无忧礼仪爱国敬业诚联欢周欢慰劳济义龙狮锣鼓戏剧彩灯谜节气庞飞跃现场竞技兴趣协会阵营侨台湾统战从众仅异",
)

# Words that stand for each other in these documents. A word of a label is also met by the others of its row.
SYNONYMS: tuple[str, ...] = (
    "居民楼 楼栋 楼房 住宅楼 楼宇",
    "住户 居民户 户数 总户数 常住户 户人家",
    "总人口 人口 常住人口 辖区人口 居民总数",
    "违建 违法建设 违章搭建 违章建筑 违法建筑 私搭乱建 违搭",
    "清运 清理 清除 清扫 铲除 清走 清出 清掉",
    "小广告 牛皮癣",
    "发放 印发 派发 分发 散发 发出",
    "资金 经费 投资 投入 款项 花费 花去 花出 筹资 出资 斥资 耗资",
    "林地 森林 山林 青山 林区 林木",
    "村道 村路 水泥路 通村路 进村路 村内道路 乡村道路",
    "路灯 照明灯 灯具",
    "自来水 供水 通水",
    "旱厕 厕所 改厕 卫生厕所",
    "公厕 公共厕所 卫生间",
    "楼道 楼梯间 楼门",
    "杂物 堆物 堆积物",
    "残疾人 残障人士 残障",
    "部队 驻军 军营",
    "退役军人 复员军人 老兵",
    "下岗失业人员 失业人员 下岗职工",
    "骑手 外卖员 快递员",
    "家长 父母",
    "展板 展牌 宣传板",
    "手册 读本 小册子",
    "折页 宣传单 传单 宣传资料 宣传材料",
    "培训班 学习班 讲习班",
    "围墙 墙体 墙面",
    "纠纷 矛盾纠纷 矛盾",
    "调解 调处 化解",
    "观众 听众 观看 受众 观演",
    "老人 老年人 老年 高龄老人 长者",
    "困难户 困难家庭 困难群众 困难居民 贫困户",
    "学生 在校生 学员 青少年 少年 孩子 儿童 未成年人",
    "志愿者 义工 志愿服务者 志愿队员 红马甲",
    "探头 监控 摄像头 摄像机",
    "满意率 满意度",
    "知晓率 知晓度",
    "驻区单位 驻社区单位 辖区单位",
    "分娩 接生 助产",
    "人员 同志",
    "办件 办件量 办理事项 办理业务 办理各类业务",
    "观众 参观者",
    "工作者 工作人员 社工 专干",
    "流动人口 外来人口 外来人员 新居民",
    "电诈 电信诈骗 电信网络诈骗",
    "募集 筹集 筹措 募捐 捐款 筹款 善款",
    "捐款 捐赠 捐资",
    "藏书 图书 书籍",
    "去世 病故 逝世 死亡 离世",
    "新增 新添 增添 新建 新装 增设 新购 添了",
    "横幅 标语 条幅",
    "硬化 铺设 修建",
    "安装 布设 加装 装上 新装",
    "修缮 维修 修补 整修",
    "报道 刊发 发布 推送 推介",
    "推文 推送 微信文章 公众号文章",
    "答复 回复",
    "升学 升入",
    "意见 建议 意见建议 提案",
    "诉求 工单 来电",
    "问题 难题 烦心事 揪心事 操心事",
    "收集 征集 反映 收到",
    "办结 解决 处置",
    "走访 入户 探访 上门",
    "慰问金 慰问款 慰问 送去 送上",
    "达成 签约 签订",
    "招聘会 招聘活动",
    "再就业 就业 上岗",
    "巡逻 巡防 巡查",
    "隐患 安全隐患 问题隐患",
    "成立 组建 建立 组建于",
    "搬迁 迁入 迁至",
    "竣工 完工 建成",
    "开工 动工 启动",
    "名次 排名 位列 名列 位居 位次",
    "党员 共产党员",
    "领导小组 工作专班 专班",
    "讲座 讲堂 宣讲 授课",
    "培训 授课 轮训",
    "演出 展演 汇演 文艺演出",
    "比赛 大赛 竞赛 赛事",
    "参赛 参加 出战",
    "车位 停车位 泊位",
    "绿地 绿化 草坪",
    "植树 栽植 种植 栽种",
    "体检 健康检查 查体",
    "门诊 接诊 诊疗 就诊",
    "床位 病床",
    "教师 教职工 老师",
    "销售额 销售 卖出 售出 营收 营业收入 收入 创收",
    "产量 产值",
    "利润 盈利 创利",
    "员工 职工 从业人员",
    "村民 群众 农户",
    "救助金 补助 补贴 救助款",
    "年龄 周岁",
    "历时 持续 为期",
    "办理事项 业务 服务事项",
    "面积 占地",
    "驾驶员 司机 的哥 的姐",
    "金额 面额 数额 价值",
    "寄宿 住校 住宿",
    "赞成 同意 赞同",
)


_WORDS: dict[str, Any] = load_yaml(files("drafter.tracing").joinpath("words.yaml").read_text(encoding="utf-8"))

OPPOSITES = tuple((words[n], words[1 - n]) for words in map(str.split, _WORDS["opposites"]) for n in (0, 1))
"""Words that split one whole between them, each pair both ways round."""
FLOWS = tuple((words[0], words[1]) for words in map(str.split, _WORDS["flows"]))
"""What comes to a stock and what goes from it: both make its change."""
DONE: tuple[str, ...] = tuple(_WORDS["done"])
TAKEN_IN: tuple[str, ...] = tuple(_WORDS["taken_in"])
PEOPLES: tuple[str, ...] = tuple(_WORDS["peoples"])
APART: tuple[str, ...] = tuple(_WORDS["apart"])
HEADS: tuple[str, ...] = tuple(_WORDS["heads"])
PHASES: tuple[str, ...] = tuple(_WORDS["phases"])
PAIRED_SIGNS: frozenset[str] = frozenset(_WORDS["paired_signs"])
WANTED: tuple[str, ...] = tuple(_WORDS["wanted"])
REACHED: tuple[str, ...] = tuple(_WORDS["reached"])
FESTIVALS: tuple[str, ...] = tuple(_WORDS["festivals"])
BODIES: tuple[str, ...] = tuple(_WORDS["bodies"])
LEVELS: str = _WORDS["levels"]
"""The signs of levels, the lowest first."""
COLLECTIVES: dict[str, str] = _WORDS["collectives"]
"""Nouns for all of a kind, and the sign that one of them is told by."""
COMERS: dict[str, list[str]] = _WORDS["comers"]
COUNTED_BY: dict[str, list[str]] = _WORDS["counted_by"]
POSTS: tuple[str, ...] = tuple(_WORDS["posts"])
FIGURES: tuple[str, ...] = tuple(_WORDS["figures"])
SHORTHAND: dict[str, list[str]] = _WORDS["shorthand"]
WRITTEN: tuple[str, ...] = tuple(_WORDS["written"])
GRAVER: tuple[str, ...] = tuple(_WORDS["graver"])
HELD_BY: dict[str, list[str]] = _WORDS["held_by"]
SERVING: tuple[str, ...] = tuple(_WORDS["serving"])
SERVING_DEEDS: tuple[str, ...] = tuple(_WORDS["serving_deeds"])
RATERS: tuple[str, ...] = tuple(_WORDS["raters"])
