"""What stands around a numeral: its unit (and so its type), and the words that make it more or less than exact."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.models import Approx, NumberType


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MONEY = _words("元 块钱 元钱 美元 港元 港币 欧元 日元 英镑 人民币 元人民币 角 角钱 毛钱 万元户")
DURATION = _words(
    "年 年间 年度 个月 个多月 个半月 个年头 年头 周年 载 周 个星期 星期 个礼拜 天 天半 日 昼夜 夜 晚 小时 个小时 个钟头 钟头 钟 分钟 刻钟 秒 秒钟 "
    "个季度 个学期 学期 学年 个学年 个工作日 工作日 个交易日 世纪 个世纪 个时辰 个昼夜 个多小时 个半小时 个小时 个多星期 课时 学时 个课时 个学时 "
    "個月 天時間 年時間 週年 個小時 小時 分鐘 年歷史 個多月"
)
PERCENT = _words("个百分点 百分点 个千分点 千分点 個百分點 百分點")
MEASURE = _words(
    "平方米 平方公里 平方千米 平方厘米 平方 平米 平方英尺 平 ㎡ m² M² m2 公里 千米 华里 里 里地 海里 米 厘米 毫米 分米 寸 英寸 尺 丈 延米 延长米 "
    "公顷 亩 亩地 顷 立方米 立方 方 m³ 吨 公吨 公斤 千克 克 斤 市斤 两 毫克 升 毫升 千瓦 千瓦时 兆瓦 瓦 度 度电 千伏 伏 伏特 匹 "
    "度 摄氏度 ℃ 卡 千卡 兆 KB MB GB TB K G M kg KG km KM cm mm m ml mL L t g kW kw kWh MW M米 倍 码 "
    "公頃 畝 噸 釐米 平方公裡 公裡 立方公尺 坪"
)
CLASSIFIERS = _words(
    "个 個 名 人 位 户 戶 家 次 场 場 期 件 起 项 項 条 條 支 处 處 份 块 塊 张 張 套 台 臺 辆 輛 栋 棟 幢 座 间 間 所 册 冊 本 篇 幅 对 對 盏 盞 棵 株 只 隻 "
    "头 頭 匹 口 艘 架 部 门 門 节 節 堂 讲 講 课 課 轮 輪 批 届 屆 队 隊 组 組 班 类 類 种 種 样 樣 款 级 級 层 層 楼 樓 道 面 片 段 根 把 顶 頂 双 雙 副 盘 "
    "盆 桌 车 車 船 箱 袋 包 瓶 桶 罐 盒 枚 颗 顆 粒 滴 束 捆 堆 桩 樁 宗 例 笔 筆 单 單 卷 页 頁 字 句 首 曲 出 幕 集 版 封 通 则 則 格 站 点 點 室 厅 廳 校 "
    "村 镇 鎮 乡 鄉 街 县 縣 省 市 区 區 馆 館 院 社区 社區 小区 小區 网格 網格 单元 單元 支部 党支部 党组 代 辈 员 方面 大 大类 大類 大项 大块 大板块 大片区 大片 大件 "
    "小类 小项 小时段 小支 大支 支队 支队伍 门栋 片区 村居 行政村 自然村 居民组 村组 小组 个组 "
    "人次 人份 人天 人日 人时 户次 戶次 家次 车次 車次 场次 場次 册次 处次 處次 件次 班次 剂次 台次 辆次 架次 批次 趟次 例次 项次 人户 条次 篇次 头次 艘次 盒次 "
    "剂 针 针次 步 趟 遍 回 下 声 圈 票 席 床 床位 张床 铺 针剂 贴 帖 列 排 行 档 栏 则 号 缕 团 枝 朵 瓣 餐 顿 杯 碗 碟 勺 壶 锅 斗 筐 篮 担 挑 锹 板 管 支次 筒 "
    "身 件套 系列 场馆 场地 集次 期次 榜 面 帧 帖子 条目 环 局 盘棋 关 招 手 步骤 环节 阶段 層次 层面 维度 领域 部位 平台 路径 "
    "课次 学员 党员 志愿者 居民 群众 学生 职工 干部 人员 单位 企业 学校 家庭 门店 商户 车位 摊位 项目 岗位 网点 站点 点位 路段 路口 垛 孔 眼 米长 尊 挂 辑 卡 袋次 股 "
    "宗次 师 团 营 连 排 旅 军 案 起次 枪 炮 幅次 帮 派 流 重 倍数 元素 匝 丛 畦 穴 墩 茬 季 造 抹 缸 炉 窑 窝 群 拨 伙 泡 摊 潭 汪 杆 柄 扇 樘 樽 听 打 刀 令 沓 摞 叠 "
    "项制度 个点 条线 名额 章 条款 款项 节次 讲次 分 分贝 人家 口人 人左右"
)
UNITS: dict[str, NumberType] = {
    **dict.fromkeys(CLASSIFIERS, "quantity"),
    **dict.fromkeys(MEASURE, "quantity"),
    **dict.fromkeys(DURATION, "duration"),
    **dict.fromkeys(MONEY, "money"),
    **dict.fromkeys(PERCENT, "percent"),
    "岁": "quantity", "周岁": "quantity", "歲": "quantity", "週歲": "quantity",
}  # fmt: skip
_LONGEST = max(map(len, UNITS))

VAGUE_CLASSIFIERS = CLASSIFIERS - _words("岁 周岁 倍 分 次 大 方面 代 社区 居民 群众 方 流 手 重 关 班 身 号 下 声 站 校 室 行 院 人次 级 点 楼 步")
"""After 一 these say no more than a or some."""


class Unit(NamedTuple):
    """The unit behind a numeral: its name, where it ends, its type, and what 余 or 多 around it says."""

    name: str
    end: int
    type: NumberType
    approx: Approx


_NO_UNIT = Unit("", 0, "quantity", "exact")
_MORE = "余餘多来來"
_SPLIT = {"平方": "公里", "个": "", "個": "", "立方": "米"}


def unit_after(text: str, at: int) -> Unit:
    """Return the longest unit that stands at `at`, behind 余 or 多 and blanks; without one, name is empty."""
    here, approx = at, "exact"
    if text[here : here + 1] in ("余", "餘", "多", "来", "來"):
        if text[here : here + 2] in ("来自", "来源", "来临", "多样", "多元", "多种", "余额", "来到", "余人次"[:0] or "来访"):
            return _NO_UNIT._replace(end=at)
        here, approx = here + 1, "over"
    while text[here : here + 1] in (" ", "\u3000", "\xa0") and here - at < 3:
        here += 1
    for length in range(_LONGEST, 0, -1):
        name = text[here : here + length]
        kind = UNITS.get(name)
        if kind is not None and len(name) == length:
            return _more_inside(text, name, here + length, kind, "over" if approx == "over" else "exact")
    return Unit("", here if approx == "over" else at, "quantity", "over" if approx == "over" else "exact")


def _more_inside(text: str, name: str, end: int, kind: NumberType, approx: Approx) -> Unit:
    """Read 1平方多公里, 两个多月, 一年多, 3公里多."""
    if name in ("平方", "立方", "个", "個") and text[end : end + 1] in ("多", "余"):
        rest = text[end + 1 : end + 3]
        for tail in ("公里", "月", "小时", "星期", "米"):
            if rest.startswith(tail) and (name + tail) in UNITS:
                return Unit(name + tail, end + 1 + len(tail), UNITS[name + tail], "over")
    if name in ("个多月", "个多小时", "个多星期", "個多月"):
        return Unit(name.replace("多", ""), end, "duration", "over")
    if text[end : end + 1] in ("多", "余") and kind in ("duration", "money") or text[end : end + 1] == "多" and name in MEASURE:
        return Unit(name, end + 1, kind, "over")
    return Unit(name, end, kind, approx)


_BEFORE = re.compile(
    r"(?:(?P<over>超过|超過|超出|超|突破|逾|高于|高於|大于|多于|不少于|不低于|不少於|不低於|不下|至少|最少|起码|≥|>|＞|过|破|跨过|冲破|达到或超过)"
    r"|(?P<under>不足|不到|未满|不满|低于|少于|小于|不超过|不高于|不大于|不多于|至多|最多|未超过|≤|<|＜)"
    r"|(?P<about>大约|大概|约|約|将近|接近|逼近|近乎|近|约为|约有|约占|达近|差不多|估计|左右))(?:了|达|为|占|有|计)?[ ]?$"
)
_BEFORE_LAST = frozenset("过過出超破逾于於下少码≥>＞足到满过多≤<＜约約近乎为有占概计达了 ")
_AFTER = re.compile(
    r"(?:[余餘多])?(?:(?P<over>以上|之上|有余|余|多|開外|开外|及以上|往上)|(?P<under>以下|以内|之内|以內|及以下)|(?P<about>左右|上下|前后|許|许(?![多可])))"
)


def approx_around(text: str, start: int, end: int, read: Approx) -> Approx:
    """Return what 近, 约, 超过 before `start` or 以上, 左右 behind `end` say; `read` is what the numeral itself says."""
    after = _AFTER.match(text, end)
    if after is not None and after.lastgroup is not None:
        return _named(after.lastgroup)
    if read != "exact":
        return read
    if start and text[start - 1] in _BEFORE_LAST:
        before = _BEFORE.search(text[max(0, start - 7) : start])
        if before is not None and before.lastgroup is not None:
            return _named(before.lastgroup)
    return read


def _named(group: str) -> Approx:
    return "over" if group == "over" else "under" if group == "under" else "about"
